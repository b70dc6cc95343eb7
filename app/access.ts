import { openapi } from "#lib/catalog/testing.ts";
import type { AccessRows } from "#scripts/testing/access/row.ts";

export default {
  "page /": "readers",
  "page /changes": "readers",
  "route GET /changes.atom": "readers",
  "page /publish": "readers",
  "page /search": { for: "readers", given: { query: { q: "orders" } } },
  "page /setup": "anyone",
  "page /sign-in": "anyone",
  "action app/publish/publish-form.ts#publishForm": { for: "uploaders", session: false, given: () => ({ args: [{}, uploadForm()] }), but: { anonymous: "none", publishToken: "sign-in", otherToken: "sign-in", limitedToken: "sign-in" } },
  "action app/setup/create-administrator-action.ts#createAdministratorAction": { for: "anyone", audited: false },
  "action app/sign-in/sign-in-action.ts#signInAction": { for: "anyone", audited: false },
  "route GET /healthz": "anyone",
  "route GET /readyz": "anyone",
  "route GET /metrics": "administrators",
  "route GET /api/auth/[...all]": { testedIn: "lib/auth/context-from.test.ts" },
  "route POST /api/auth/[...all]": { testedIn: "lib/auth/context-from.test.ts" },
} satisfies AccessRows;

function uploadForm(): FormData {
  const form = new FormData();
  form.append("file", new File([openapi({ title: "By form" })], "api.yaml"));
  return form;
}
