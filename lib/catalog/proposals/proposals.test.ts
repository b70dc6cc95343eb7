import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publishSpec } from "../publish/publish-spec.ts";
import { putManifest } from "../manifests/put-manifest.ts";
import { runDerivations } from "../dependencies/testing.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { type Catalog, openapi, openCatalog, partsOf } from "../testing.ts";
import { answerProposal } from "./answer-proposal.ts";
import { checkSpec } from "../comparisons/check-spec.ts";
import { getProposal } from "./get-proposal.ts";
import { listProposals } from "./list-proposals.ts";
import { publishedComparison } from "../comparisons/published-comparison.ts";
import { withdrawProposal } from "./withdraw-proposal.ts";

let catalog: Catalog;
let producer: Awaited<ReturnType<Catalog["team"]>>;
let consumer: Awaited<ReturnType<Catalog["team"]>>;

beforeAll(async () => {
  catalog = await openCatalog();
  producer = await catalog.team("makers");
  consumer = await catalog.team("takers");
  await catalog.publish(openapi({ title: "Parts", paths: ["/parts", "/bins"] }), { interface: "parts", owner: "makers", repository: "git.example/parts", path: "api.yaml" });
  await putManifest({ ctx: catalog.admin, input: { service: "picker", bytes: new TextEncoder().encode("service: picker\nowner: takers\nconsumes: [{ interface: parts, uses: [{ operation: GET /bins }] }]\n") } });
  await runDerivations(catalog.db);
}, 60_000);
afterAll(() => catalog.close());

const next = openapi({ title: "Parts", version: "2.0.0", paths: ["/parts"] });
const propose = async (ctx: Ctx, text = next, ref = "tidy-up") => (await checkSpec({ ctx, input: { parts: partsOf(text), options: { interface: "parts", repository: "git.example/parts", path: "api.yaml", ref }, propose: { words: "bins were never right" } } }))[0];

it("is made by the owners, read by whom it touches, and answered by these alone", async () => {
  await expect(propose(catalog.outsider)).rejects.toMatchObject({ status: 403 });
  await expect(propose(consumer.member)).rejects.toMatchObject({ status: 403 });
  await expect(propose(catalog.visitor)).rejects.toMatchObject({ status: 401 });
  const checked = await propose(producer.member);
  const id = checked?.proposal?.id ?? 0;

  const seen = await getProposal({ ctx: consumer.member, input: { id } });
  expect(seen).toMatchObject({ tally: { verdict: "breaking", breaking: 1 }, proposal: { words: "bins were never right" }, consumers: [{ slug: "picker", verdict: "broken", answer: null, mayAnswer: true }], may: { withdraw: false } });
  expect(seen.lines.get(1)?.base?.lines.map(({ text }) => text.trim())).toContain("/bins:");

  const answer = (ctx: Ctx, words?: string) => answerProposal({ ctx, input: { id, consumer: "picker", answer: words ? "objected" : "acknowledged", ...(words ? { words } : {}) } });
  await expect(answer(catalog.outsider)).rejects.toMatchObject({ status: 403 });
  await expect(answer(producer.member)).rejects.toMatchObject({ status: 403 });
  await expect(answer(catalog.visitor)).rejects.toMatchObject({ status: 401 });
  await expect(answerProposal({ ctx: consumer.member, input: { id, consumer: "picker", answer: "objected" } })).rejects.toThrow("say what speaks against it");
  await answer(consumer.member, "we still count bins");
  const said = async () => (await getProposal({ ctx: producer.member, input: { id } })).consumers[0]?.answer;
  expect(await said()).toMatchObject({ answer: "objected", words: "we still count bins", isOutdated: false });

  // From the same branch: the same address, another text.
  expect((await propose(producer.member, next.replace("2.0.0", "2.0.1")))?.proposal?.id).toBe(id);
  expect(await said()).toMatchObject({ answer: "objected", isOutdated: true });
  await answer(consumer.member);
  expect(await said()).toMatchObject({ answer: "acknowledged", isOutdated: false });
  expect((await propose(producer.member, next, "another-branch"))?.proposal?.id).not.toBe(id);
});

it("is closed by publishing its text, or withdrawn by the owners", async () => {
  const other = (await propose(producer.member, next.replace("2.0.0", "2.0.9"), "third"))?.proposal?.id ?? 0;
  await expect(withdrawProposal({ ctx: consumer.member, input: { id: other } })).rejects.toMatchObject({ status: 403 });
  await withdrawProposal({ ctx: producer.member, input: { id: other } });
  await expect(answerProposal({ ctx: consumer.member, input: { id: other, consumer: "picker", answer: "acknowledged" } })).rejects.toMatchObject({ status: 409 });
  const shipped = (await propose(producer.member, next, "shipped"))?.proposal?.id ?? 0;
  await answerProposal({ ctx: consumer.member, input: { id: shipped, consumer: "picker", answer: "objected", words: "bins are still counted" } });
  const [published] = await publishSpec({ ctx: producer.member, input: { parts: partsOf(next), options: { interface: "parts", reason: "announced in May" } } });
  const { id: versionId = 0, sequence = 0 } = published?.version ?? {};
  expect(await publishedComparison(producer.member, { slug: "parts", line: "default", versionId, sequence })).toMatchObject({
    tally: { verdict: "breaking" }, missing: { reason: false }, consumers: [{ slug: "picker", verdict: "broken" }], objections: [{ words: "bins are still counted", url: `/proposals/${shipped}` }],
  });
  expect((await getProposal({ ctx: producer.member, input: { id: shipped } })).proposal).toMatchObject({ state: "published" });
  const open = (await listProposals({ ctx: producer.member, input: { slug: "parts" } })).map(({ id }) => id);
  expect(open).not.toEqual(expect.arrayContaining([shipped]));
  expect(open).not.toEqual(expect.arrayContaining([other]));
});

it("is not there for whom the interface is not", async () => {
  await catalog.publish(openapi({ title: "Secret parts", paths: ["/a", "/b"] }), { interface: "secret-parts", owner: "makers", visibility: "private" });
  const [checked] = await checkSpec({ ctx: producer.member, input: { parts: partsOf(openapi({ title: "Secret parts", paths: ["/a"] })), options: { interface: "secret-parts" }, propose: { words: null } } });
  await expect(getProposal({ ctx: consumer.member, input: { id: checked?.proposal?.id ?? 0 } })).rejects.toMatchObject({ status: 404 });
  expect((await listProposals({ ctx: consumer.member, input: { all: true } })).map(({ slug }) => slug)).not.toContain("secret-parts");
  // Nor does a check say anything of what one may not see.
  const [probed] = await checkSpec({ ctx: consumer.member, input: { parts: partsOf(openapi({ title: "Secret parts", paths: ["/a"] })), options: { interface: "secret-parts" } } });
  expect(probed).toMatchObject({ target: { kind: "new" }, comparison: null });
});

it("leaves an entry in the record for each step", async () => {
  const { rows } = await catalog.db.execute<{ action: string }>(sql`select distinct action from audit_log where action like 'proposal.%' order by action`);
  expect(rows.map(({ action }) => action)).toEqual(["proposal.answer", "proposal.change", "proposal.create", "proposal.withdraw"]);
});
