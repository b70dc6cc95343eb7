import { brokers } from "./mesh/brokers.ts";
import { expectedEdges } from "./mesh/expected-edges.ts";
import { interfaces } from "./mesh/interfaces.ts";
import { domains, services, teams } from "./mesh/organisation.ts";
import type { DemoPublish } from "./mesh/types.ts";

/** Tarnwell Freight, a railway of our own invention: its people, interfaces, brokers and true dependencies. */
export const demoMesh = {
  company: "Tarnwell Freight",
  domains,
  teams,
  services,
  interfaces,
  brokers,
  /** In the order in which they happened. Paths are below `lib/demo/documents`. */
  publishes: publishesInOrder(),
  /** One for each service, below `lib/demo/manifests`. */
  manifests: services.map(({ slug }) => ({ service: slug, file: `${slug}/intermesh.yaml` })),
  expectedEdges,
  /** Sent by somebody and received by nobody. */
  orphanChannels: ["crew.swaps.requested"],
  /** The terminals announce on the first; the gates wait on the second. */
  nearMiss: { sent: "shipment/delayed", received: "shipment/delays" },
};

function publishesInOrder(): DemoPublish[] {
  return interfaces
    .flatMap(({ slug, service, owner, visibility, lines }) => lines.flatMap(({ name, lifecycle, versions }) =>
      versions.map(({ root, files, publishedDaysAgo }) => ({ service, interface: slug, line: name, owner, visibility, lifecycle, root, files, publishedDaysAgo }))))
    .sort((one, other) => other.publishedDaysAgo - one.publishedDaysAgo);
}
