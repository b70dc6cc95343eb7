import { describe, expect, it } from "vitest";
import { groupOperations, matchesQuery, shortAddress, shortAddresses, type OperationEntry } from "./group-operations.ts";

const operation = (display: string, tags: string[] = [], kind: OperationEntry["kind"] = "http"): OperationEntry => ({ key: display, display, kind, action: "GET", address: null, summary: `About ${display}`, tags, deprecated: false });
const names = (operations: OperationEntry[], tags?: { name: string; description: null }[]) => groupOperations(operations, tags).map((group) => `${group.name}: ${group.items.map((item) => item.display).join(", ")}`);

describe("groups of operations", () => {
  it("follows the document's order of tags and leaves out empty ones", () => {
    expect(names([operation("a", ["late"]), operation("b", ["early"]), operation("c")], [{ name: "early", description: null }, { name: "unused", description: null }])).toEqual(["early: b", "late: a", "Without a tag: c"]);
  });

  it("is one group without a name where nothing has a tag, webhooks apart", () => {
    expect(names([operation("a"), operation("b"), operation("w", [], "webhook")])).toEqual([": a, b", "Webhooks: w"]);
  });
});

describe("filter", () => {
  it("finds words in any order and case, in address and summary", () => {
    expect(matchesQuery(operation("GET /users/{id}"), "USERS get")).toBe(true);
    expect(matchesQuery(operation("GET /users/{id}"), "orders get")).toBe(false);
  });

  it("finds an operation by its id, its tag and pieces of its path", () => {
    const create = { ...operation("POST /repos/{owner}/{repo}/hooks", ["webhooks"]), operationIds: ["repos/create-webhook"] };
    for (const query of ["repos/create-webhook", "repos/hooks", "webhooks post"]) expect(matchesQuery(create, query), query).toBe(true);
    expect(matchesQuery(create, "repos/issues")).toBe(false);
  });
});

it("shortens an address in its middle, so that its start and its end still tell it from others", () => {
  expect(["/orders", "/orgs/{org}/actions/secrets", "/enterprises/{enterprise}/dependabot/repository-access", "com.example.orders.order.placed", "averylongnamewithoutanyseparator"].map((address) => shortAddress(address, 23))).toEqual([
    "/orders",
    "/orgs/…/actions/secrets",
    "/enterprises/…ry-access",
    "com.….order.placed",
    "…amewithoutanyseparator",
  ]);
});

it("keeps whole parts of the end where the start alone is too long", () => {
  expect(["balancePlatform.transfer.created", "balancePlatform.transfer.updated"].map((address) => shortAddress(address, 19))).toEqual(["….transfer.created", "….transfer.updated"]);
});

it("never shortens two addresses of one list alike", () => {
  const addresses = ["/orgs/{org}/actions/secrets/public-key", "/orgs/{org}/codespaces/secrets/public-key", "/orgs/{org}/dependabot/secrets/public-key", "/orders", "/orders"];
  const shorts = shortAddresses(addresses, 23);
  expect(new Set(shorts).size).toBe(4);
  expect(shorts[0]).toBe("…/actions/secrets/publ…".slice(0, 22) + "…");
});
