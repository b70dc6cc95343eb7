import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /interfaces": "readers",
  "page /interfaces/[slug]": "readers",
  "page /interfaces/[slug]/channels": { for: "readers", of: "events" },
  "page /interfaces/[slug]/channels/[id]": { for: "readers", of: "events" },
  "page /interfaces/[slug]/messages/[id]": { for: "readers", of: "events", given: { params: { id: "OrderPlaced" } } },
  "page /interfaces/[slug]/operations/[key]": "readers",
  "page /interfaces/[slug]/operations/[key]/try": "readers",
  "page /interfaces/[slug]/part": { for: "readers", of: "interface", given: { query: { schema: "#/components/schemas/Order" } } },
  "page /interfaces/[slug]/reference": "readers",
  "page /interfaces/[slug]/schemas": "readers",
  "page /interfaces/[slug]/schemas/[name]": "readers",
  "page /interfaces/[slug]/settings": { for: "maintainers", else: "none" },
  "page /interfaces/[slug]/versions": "readers",
  "page /interfaces/[slug]/versions/[n]": "readers",
  "route GET /interfaces/[slug]/messages/[id]/payload-schema": { for: "readers", of: "events", given: { params: { id: "OrderPlaced" } } },
  "route GET /interfaces/[slug]/operation-list": "readers",
  "route POST /interfaces/[slug]/operations/[key]/try/send": { testedIn: "app/interfaces/[slug]/operations/[key]/try/send/route.test.ts" },
  "route GET /interfaces/[slug]/part-html": { for: "readers", of: "interface", given: { query: { schema: "#/components/schemas/Order" } } },
  "action app/interfaces/[slug]/settings/change-interface.ts#changeInterface": { for: "maintainers", of: "interface", given: ({ subject }) => ({ form: { slug: subject.slug, change: "retire" } }) },
  "action app/interfaces/[slug]/settings/change-sharing.ts#changeSharing": { for: "maintainers", of: "interface", given: ({ subject }) => ({ form: { slug: subject.slug, change: "visibility", visibility: "listed" } }) },
} satisfies AccessRows;
