import { interfaces } from "./interfaces.ts";
import type { DemoEdge } from "./types.ts";

/**
 * Every dependency that the company's people would draw on a whiteboard. The sole sender of a channel owns an event,
 * also where one service alone receives it; the sole receiver of what several send owns a command. A reply belongs to
 * its request and is no edge of its own.
 */
export const expectedEdges: DemoEdge[] = [
  ...event("booking-events", "bookings.confirmed", ["billing-service", "path-planner", "customer-notifier", "performance-warehouse"], { alsoDeclaredBy: ["billing-service"] }),
  ...event("booking-events", "bookings.amended", ["billing-service"]),
  ...event("booking-events", "bookings.cancelled", ["billing-service", "customer-notifier"]),
  ...event("edi-messages", "edi.orders", ["booking-service"]),
  ...event("tariff-events", "pricing.tariffs", ["booking-service", "billing-service"]),
  ...event("billing-events", "billing.invoices", ["booking-service", "customer-notifier", "performance-warehouse"]),
  ...event("customs-messages", "customs.clearances", ["edi-gateway", "terminal-gateway"]),
  ...event("path-messages", "paths.allocated", ["booking-service", "train-control", "crew-roster"]),
  ...event("path-messages", "paths.withdrawn", ["train-control"]),
  ...event("train-running-events", "trains.running", ["customer-notifier", "crew-roster", "terminal-gateway", "wagon-tracker", "performance-warehouse"], { alsoDeclaredBy: ["customer-notifier", "performance-warehouse"] }),
  // One name on two brokers: the control room's notices on Kafka reach drivers, the yard's on RabbitMQ reach the gates.
  ...event("train-running-events", "operations.notices", ["crew-roster"]),
  ...event("terminal-events", "operations.notices", ["gate-kiosk"]),
  ...event("crew-events", "crew.assigned", ["train-control"]),
  ...event("terminal-events", "containers.gate", ["billing-service", "wagon-tracker"]),
  ...event("yard-control", "yards/{yard}/cranes/{crane}/status", ["terminal-gateway"]),
  ...event("gate-messages", "yards/{yardCode}/gates/{lane}/passages", ["terminal-gateway"]),
  ...event("beacon-telemetry", "wagons/{wagonNumber}/position", ["wagon-tracker"]),
  ...event("beacon-telemetry", "wagons/{wagonNumber}/battery", ["wagon-tracker"]),
  ...event("beacon-telemetry", "wagons/{wagonNumber}/axles", ["axle-monitor"], { alsoDeclaredBy: ["axle-monitor"] }),
  ...event("wagon-events", "wagons.positions", ["terminal-gateway", "performance-warehouse"]),
  ...event("axle-alerts", "wagons.alerts", ["train-control", "workshop-planner"]),
  ...event("maintenance-events", "maintenance.holds", ["train-control", "terminal-gateway"]),

  ...command("path-messages", "paths.requests", ["booking-service", "train-control"], { alsoDeclaredBy: ["booking-service"] }),
  ...command("customs-messages", "customs.declarations", ["booking-service", "edi-gateway"]),
  ...command("yard-control", "yards/{yard}/cranes/{crane}/commands", ["terminal-gateway", "gate-kiosk"]),
  ...command("beacon-telemetry", "wagons/{wagonNumber}/configuration", ["axle-monitor", "wagon-tracker"]),

  call("booking-service", "pricing-api", "GET /quotes/{quoteId}"),
  call("booking-service", "pricing-api", "POST /quotes/{quoteId}/acceptance"),
  call("booking-service", "billing-api", "GET /accounts/{customerId}"),
  call("booking-service", "timetable-api", "GET /trains/{trainNumber}"),
  call("booking-service", "timetable-api", "GET /terminals"),
  call("booking-service", "identity-api", "POST /oauth/token"),
  call("pricing-engine", "timetable-api", "GET /trains"),
  call("pricing-engine", "identity-api", "GET /.well-known/jwks.json"),
  call("billing-service", "booking-api", "GET /bookings/{bookingNumber}", "v2"),
  call("billing-service", "pricing-api", "GET /surcharges/fuel"),
  call("customs-desk", "booking-api", "GET /bookings/{bookingNumber}", "v2"),
  call("customs-desk", "terminal-api", "GET /units/{unitNumber}"),
  call("edi-gateway", "booking-api", "POST /bookings", "v1"),
  call("edi-gateway", "booking-api", "GET /bookings/{bookingNumber}/status", "v1"),
  call("edi-gateway", "pricing-api", "POST /quotes"),
  call("customer-portal", "booking-api", "GET /bookings", "v2"),
  call("customer-portal", "booking-api", "POST /bookings", "v2"),
  call("customer-portal", "booking-api", "POST /bookings/{bookingNumber}/confirmation", "v2"),
  call("customer-portal", "booking-api", "GET /bookings/{bookingNumber}/milestones", "v2"),
  call("customer-portal", "pricing-api", "POST /quotes"),
  call("customer-portal", "billing-api", "GET /invoices"),
  call("customer-portal", "billing-api", "GET /invoices/{invoiceNumber}/document"),
  call("customer-portal", "timetable-api", "GET /trains"),
  call("customer-portal", "wagon-position-api", "GET /units/{unitNumber}"),
  call("customer-portal", "identity-api", "POST /oauth/token"),
  call("customer-notifier", "booking-api", "GET /bookings/{bookingNumber}", "v2"),
  call("customer-notifier", "billing-api", "GET /invoices/{invoiceNumber}/document"),
  call("path-planner", "wagon-registry-api", "GET /types/{type}/load-limits"),
  call("train-control", "timetable-api", "GET /trains/{trainNumber}/calls"),
  call("train-control", "crew-api", "GET /duties"),
  call("train-control", "wagon-registry-api", "GET /wagons/{wagonNumber}"),
  call("train-control", "workshop-api", "GET /holds/{wagonNumber}"),
  call("crew-roster", "timetable-api", "GET /trains/{trainNumber}/calls"),
  call("terminal-gateway", "booking-api", "GET /bookings/{bookingNumber}/units", "v2"),
  call("terminal-gateway", "train-running-api", "PUT /running/{trainNumber}/{day}/consist"),
  call("terminal-gateway", "wagon-registry-api", "GET /types/{type}/load-limits"),
  call("terminal-gateway", "timetable-api", "GET /terminals/{terminalCode}/departures"),
  call("gate-kiosk", "terminal-api", "GET /slots"),
  call("gate-kiosk", "terminal-api", "GET /units/{unitNumber}"),
  call("wagon-tracker", "wagon-registry-api", "GET /wagons"),
  call("wagon-registry", "identity-api", "GET /.well-known/jwks.json"),
  call("workshop-planner", "wagon-registry-api", "GET /wagons/{wagonNumber}"),
  call("workshop-planner", "wagon-registry-api", "PATCH /wagons/{wagonNumber}"),
  call("workshop-planner", "wagon-position-api", "GET /wagons/{wagonNumber}"),
  call("axle-monitor", "wagon-registry-api", "GET /wagons/{wagonNumber}"),
  // Uses the interface, nobody knows which part.
  call("performance-warehouse", "booking-api", "booking-api", "v1"),
  call("performance-warehouse", "crew-api", "crew-api"),
];

type Options = { alsoDeclaredBy?: string[] };

function event(offered: string, via: string, receivers: string[], options: Options = {}): DemoEdge[] {
  return receivers.map((from) => ({ from, to: serviceOf(offered), flow: "event", via, interface: offered, line: "default", evidence: evidenceOf(from, options) }));
}

function command(offered: string, via: string, senders: string[], options: Options = {}): DemoEdge[] {
  return senders.map((from) => ({ from, to: serviceOf(offered), flow: "command", via, interface: offered, line: "default", evidence: evidenceOf(from, options) }));
}

function call(from: string, called: string, via: string, line = "default"): DemoEdge {
  return { from, to: serviceOf(called), flow: "call", via, interface: called, line, evidence: ["declared"] };
}

function evidenceOf(from: string, options: Options): DemoEdge["evidence"] {
  return options.alsoDeclaredBy?.includes(from) ? ["declared", "specified"] : ["specified"];
}

function serviceOf(slug: string): string {
  const offered = interfaces.find((candidate) => candidate.slug === slug);
  if (!offered) throw new Error(`The demo mesh has no interface ${slug}.`);
  return offered.service;
}
