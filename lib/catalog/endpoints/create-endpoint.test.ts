import { afterAll, beforeAll, expect, it } from "vitest";
import { type Catalog, openCatalog } from "../testing.ts";
import { createEndpoint } from "./create-endpoint.ts";

let catalog: Catalog;
beforeAll(async () => {
  catalog = await openCatalog();
});
afterAll(() => catalog.close());

it.each(["http://127.0.0.1/hook", "http://[::1]:8080/", "https://10.0.0.7/x", "http://localhost:3000/"])("refuses %s when it is saved, with the words of a delivery", async (url) => {
  const { member: ctx } = await catalog.team(`team-${crypto.randomUUID().slice(0, 8)}`);
  await expect(createEndpoint({ ctx, input: { kind: "webhook", name: "x", url } })).rejects.toMatchObject({ status: 400, message: expect.stringContaining("is this machine or lies in an internal network") });
});
