import { services } from "./organisation.ts";
import type { DemoInterface, DemoLifecycle, DemoVersion, DemoVisibility } from "./types.ts";

/** Everything that Tarnwell publishes; the versions of a line in the order in which they were published. */
export const interfaces: DemoInterface[] = [
  offerLines("booking-service", "booking-api", "public", {
    v1: { lifecycle: "deprecated", published: [["1-1.8.0.yaml", 420], ["3-1.9.0.yaml", 170]] },
    v2: { lifecycle: "stable", published: [["2-2.0.0.yaml", 300], ["4-2.1.0.yaml", 120], ["5-2.2.0.yaml", 9]] },
  }),
  offer("booking-service", "booking-events", {}, ["1-1.0.0.yaml", 290], ["2-1.1.0.yaml", 64]),
  offer("edi-gateway", "edi-gateway-api", { visibility: "public", lifecycle: "deprecated", valid: false }, ["1-1.12.yaml", 700]),
  offer("edi-gateway", "edi-messages", {}, ["1-1.0.0.yaml", 380]),
  offer("pricing-engine", "pricing-api", { visibility: "public" }, ["1-3.0.0.yaml", 340], ["2-3.1.0.yaml", 150], ["3-4.0.0.yaml", 6]),
  offer("pricing-engine", "tariff-events", {}, ["1-1.0.0.yaml", 210]),
  offer("billing-service", "billing-api", {}, ["1-2.3.0.yaml", 95]),
  offer("billing-service", "billing-events", {}, ["1-1.4.0.yaml", 88]),
  offer("customs-desk", "customs-messages", {}, ["1-1.1.0.yaml", 260]),
  offer("customer-portal", "portal-bff", { visibility: "private", lifecycle: "beta" }, ["1-0.9.0.yaml", 12]),
  offer("customer-notifier", "customer-webhooks", { visibility: "public" }, ["1-1.2.0.yaml", 47]),
  offer("customer-notifier", "notifier-subscriptions", {}, ["1-1.1.0.yaml", 46]),
  offer("path-planner", "timetable-api", { visibility: "public" }, ["1-5.2.0/openapi.yaml", 130, timetableParts()]),
  offer("path-planner", "path-messages", {}, ["1-2.0.0.yaml", 128]),
  offer("train-control", "train-running-api", { visibility: "public", lifecycle: "beta" }, ["1-1.0.0.yaml", 21]),
  offer("train-control", "train-running-events", {}, ["1-2.3.0.yaml", 190], ["2-2.4.0.yaml", 33]),
  offer("crew-roster", "crew-api", {}, ["1-1.6.0.yaml", 155]),
  offer("crew-roster", "crew-events", {}, ["1-1.2.0.yaml", 28]),
  offer("terminal-gateway", "terminal-api", { visibility: "public" }, ["1-1.3.0.yaml", 75]),
  offer("terminal-gateway", "terminal-events", {}, ["1-3.1.0.yaml", 40]),
  offer("gate-kiosk", "gate-messages", {}, ["1-1.0.0.yaml", 39]),
  offer("crane-controller", "yard-control", {}, ["1-1.0.0.yaml", 310]),
  offer("wagon-tracker", "wagon-position-api", { visibility: "public" }, ["1-2.1.0.yaml", 58]),
  offer("wagon-tracker", "wagon-events", {}, ["1-1.5.0.yaml", 56]),
  offer("wagon-beacon", "beacon-telemetry", {}, ["1-2.0.0.yaml", 240]),
  offer("axle-monitor", "axle-alerts", { lifecycle: "beta" }, ["1-1.0.0.yaml", 18]),
  offer("wagon-registry", "wagon-registry-api", {}, ["1-1.0.0.json", 360], ["2-1.1.0.json", 82]),
  offer("workshop-planner", "workshop-api", {}, ["1-1.1.0.yaml", 140]),
  offer("workshop-planner", "maintenance-events", {}, ["1-1.3.0.yaml", 138]),
  offer("identity-service", "identity-api", { visibility: "public" }, ["1-1.9.0.yaml", 200]),
  offer("performance-warehouse", "performance-feed", {}, ["1-1.0.0.yaml", 25]),
];

/** `parts` are the files that the root refers to. */
type Published = [root: string, daysAgo: number, parts?: string[]];
type Options = { visibility?: DemoVisibility; lifecycle?: DemoLifecycle; valid?: boolean };

/** An interface with one line. */
function offer(service: string, slug: string, options: Options, ...published: Published[]): DemoInterface {
  const { visibility = "internal", lifecycle = "stable", valid = true } = options;
  const offered = offerLines(service, slug, visibility, { default: { lifecycle, published } });
  return { ...offered, lines: offered.lines.map((line) => ({ ...line, versions: line.versions.map((version) => ({ ...version, valid })) })) };
}

function offerLines(service: string, slug: string, visibility: DemoVisibility, lines: Record<string, { lifecycle: DemoLifecycle; published: Published[] }>): DemoInterface {
  const owner = services.find((candidate) => candidate.slug === service)?.team;
  if (!owner) throw new Error(`The demo mesh has no service ${service}.`);
  return {
    slug, service, owner, visibility,
    lines: Object.entries(lines).map(([name, { lifecycle, published }]) => ({ name, lifecycle, versions: published.map((entry) => version(`${service}/${slug}`, entry)) })),
  };
}

function version(folder: string, [root, publishedDaysAgo, parts = []]: Published): DemoVersion {
  // Files are called `<n>-<label>.<ending>`, those of several parts `<n>-<label>/…`.
  const label = root.replace(/^\d+-/, "").replace(/(\.yaml|\.json|\/.*)$/, "");
  return { label, root: `${folder}/${root}`, files: [root, ...parts].map((file) => `${folder}/${file}`), publishedDaysAgo, valid: true };
}

function timetableParts(): string[] {
  const paths = ["trains", "train", "train-calls", "terminals", "terminal", "departures", "path"].map((name) => `paths/${name}.yaml`);
  const schemas = ["terminal", "train", "problem"].map((name) => `schemas/${name}.yaml`);
  return [...paths, ...schemas].map((file) => `1-5.2.0/${file}`);
}
