import type { DemoDomain, DemoService, DemoTeam } from "./types.ts";

export const domains: DemoDomain[] = [
  { slug: "commercial", name: "Commercial", summary: "Customers, prices, bookings, papers and money" },
  { slug: "network", name: "Network", summary: "The timetable, the trains that run in it and the people who drive them" },
  { slug: "terminals", name: "Terminals", summary: "Gates, stacks and cranes where road meets rail" },
  { slug: "fleet", name: "Fleet", summary: "Wagons: what they are, where they are and whether they may run" },
  { slug: "platform", name: "Platform", summary: "What every other domain stands on" },
];

export const teams: DemoTeam[] = [
  { slug: "bookings", name: "Bookings", summary: "Holds, confirms and changes bookings, over the API and over EDI", domain: "commercial" },
  { slug: "pricing", name: "Pricing", summary: "Tariffs, quotes and surcharges", domain: "commercial" },
  { slug: "billing", name: "Billing", summary: "Invoices, payments and credit notes without a gap", domain: "commercial" },
  { slug: "customs", name: "Customs", summary: "Declares freight that crosses a border", domain: "commercial" },
  { slug: "customer-experience", name: "Customer experience", summary: "The portal and everything we tell customers", domain: "commercial" },
  { slug: "path-planning", name: "Path planning", summary: "The timetable and room for one more train", domain: "network" },
  { slug: "train-operations", name: "Train operations", summary: "The control room and the crews", domain: "network" },
  { slug: "terminals", name: "Terminals", summary: "Software inside the fences of four terminals", domain: "terminals" },
  { slug: "wagon-tracking", name: "Wagon tracking", summary: "Beacons and positions", domain: "fleet" },
  { slug: "fleet-engineering", name: "Fleet engineering", summary: "The wagon registry, the workshops and axle safety", domain: "fleet" },
  { slug: "platform", name: "Platform", summary: "Identity, brokers and the paved road", domain: "platform" },
  { slug: "insight", name: "Insight", summary: "Punctuality and profit, in figures", domain: "platform" },
];

export const services: DemoService[] = [
  { slug: "booking-service", title: "Booking service", summary: "The life of a booking from hold to delivery", team: "bookings", domain: "commercial" },
  { slug: "edi-gateway", title: "EDI gateway", summary: "Speaks EDIFACT with partners who have been here longest", team: "bookings", domain: "commercial" },
  { slug: "pricing-engine", title: "Pricing engine", summary: "Works out what a shipment costs", team: "pricing", domain: "commercial" },
  { slug: "billing-service", title: "Billing service", summary: "Draws invoices and matches payments", team: "billing", domain: "commercial" },
  { slug: "customs-desk", title: "Customs desk", summary: "Talks to the authorities so that nobody else must", team: "customs", domain: "commercial" },
  { slug: "customer-portal", title: "Customer portal", summary: "The website where customers book and follow freight", team: "customer-experience", domain: "commercial" },
  { slug: "customer-notifier", title: "Customer notifier", summary: "E-mail, text messages and webhooks to customers", team: "customer-experience", domain: "commercial" },
  { slug: "path-planner", title: "Path planner", summary: "Keeps the timetable and offers paths", team: "path-planning", domain: "network" },
  { slug: "train-control", title: "Train control", summary: "The board of the control room", team: "train-operations", domain: "network" },
  { slug: "crew-roster", title: "Crew roster", summary: "Who drives what, rested and qualified", team: "train-operations", domain: "network" },
  { slug: "terminal-gateway", title: "Terminal gateway", summary: "Slots, stacks and loading plans of all terminals", team: "terminals", domain: "terminals" },
  { slug: "gate-kiosk", title: "Gate kiosk", summary: "The kiosk and board in each truck lane", team: "terminals", domain: "terminals" },
  { slug: "crane-controller", title: "Crane controller", summary: "The computer in the cab of each crane", team: "terminals", domain: "terminals" },
  { slug: "wagon-tracker", title: "Wagon tracker", summary: "Turns beacon fixes into positions with a train and a load", team: "wagon-tracking", domain: "fleet" },
  { slug: "wagon-beacon", title: "Wagon beacon", summary: "Firmware of the box under each wagon", team: "wagon-tracking", domain: "fleet" },
  { slug: "wagon-registry", title: "Wagon registry", summary: "Every wagon and what it may carry", team: "fleet-engineering", domain: "fleet" },
  { slug: "workshop-planner", title: "Workshop planner", summary: "Orders, holds and inspections", team: "fleet-engineering", domain: "fleet" },
  { slug: "axle-monitor", title: "Axle monitor", summary: "Finds hot axles before they fail", team: "fleet-engineering", domain: "fleet" },
  { slug: "identity-service", title: "Identity service", summary: "Tokens for machines and people", team: "platform", domain: "platform" },
  { slug: "performance-warehouse", title: "Performance warehouse", summary: "Collects what the reports are made of", team: "insight", domain: "platform" },
];
