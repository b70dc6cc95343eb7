import type { Endpoint } from "./endpoint.ts";
import { brokerEndpoints } from "./endpoints/brokers.ts";
import { catalogEndpoints } from "./endpoints/catalog.ts";
import { comparisonEndpoints } from "./endpoints/comparisons.ts";
import { graphEndpoints } from "./endpoints/graph.ts";
import { dependencyEndpoints } from "./endpoints/dependencies.ts";
import { installationEndpoints } from "./endpoints/installation.ts";
import { interfaceEndpoints } from "./endpoints/interfaces.ts";
import { levelEndpoints } from "./endpoints/levels.ts";
import { lifecycleEndpoints } from "./endpoints/lifecycle.ts";
import { metaEndpoints } from "./endpoints/meta.ts";
import { feedbackEndpoints } from "./endpoints/feedback.ts";
import { notifyEndpoints } from "./endpoints/notify.ts";
import { ownershipEndpoints } from "./endpoints/ownership.ts";
import { peopleEndpoints } from "./endpoints/people.ts";
import { proposalEndpoints } from "./endpoints/proposals.ts";
import { searchEndpoints } from "./endpoints/search.ts";
import { specEndpoints } from "./endpoints/specs.ts";
import { teamEndpoints } from "./endpoints/teams.ts";
import { tokenEndpoints } from "./endpoints/tokens.ts";
import { pipelineEndpoints } from "./endpoints/pipelines.ts";
import { sharingEndpoints } from "./endpoints/sharing.ts";
import { accessRequestEndpoints } from "./endpoints/access-requests.ts";
import { auditEndpoints } from "./endpoints/audit.ts";

/** Everything under /api/v1. */
export const endpoints: readonly Endpoint[] = [...specEndpoints, ...searchEndpoints, ...interfaceEndpoints, ...comparisonEndpoints, ...proposalEndpoints, ...levelEndpoints, ...catalogEndpoints, ...dependencyEndpoints, ...brokerEndpoints, ...graphEndpoints, ...teamEndpoints, ...peopleEndpoints, ...installationEndpoints, ...ownershipEndpoints, ...tokenEndpoints, ...notifyEndpoints, ...feedbackEndpoints, ...pipelineEndpoints, ...sharingEndpoints, ...lifecycleEndpoints, ...accessRequestEndpoints, ...auditEndpoints, ...metaEndpoints];
