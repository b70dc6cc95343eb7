import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { demoMesh } from "./mesh.ts";
import { byChannel, currentOperations, deriveEdges, edgeKey, listParticipations, readManifest } from "./testing/derive-edges.ts";
import { child, readTree } from "./testing/document-tree.ts";
import { findMistakes } from "./testing/find-mistakes.ts";
import { hasField } from "./testing/has-field.ts";

const documents = join(import.meta.dirname, "documents");
const versions = demoMesh.interfaces.flatMap((offered) => offered.lines.flatMap((line) => line.versions));

describe("the company", () => {
  test("is large enough to be believed", () => {
    expect(demoMesh.domains.length).toBeGreaterThanOrEqual(4);
    expect(demoMesh.teams.length).toBeGreaterThanOrEqual(8);
    expect(demoMesh.services.length).toBeGreaterThanOrEqual(12);
    expect(demoMesh.interfaces.length).toBeGreaterThanOrEqual(24);
    const events = demoMesh.interfaces.filter((offered) => formatOf(offered.lines[0]?.versions[0]?.root).startsWith("asyncapi"));
    expect(events.length * 2).toBeGreaterThanOrEqual(demoMesh.interfaces.length);
  });

  test("uses every supported family of both specifications", () => {
    const families = new Set(versions.map(({ root }) => formatOf(root).replace(/^(\w+ \d\.\d).*$/, "$1")));
    expect([...families].sort()).toEqual(["asyncapi 2.6", "asyncapi 3.0", "asyncapi 3.1", "openapi 3.0", "openapi 3.1", "openapi 3.2", "swagger 2.0"]);
  });

  test("has each slug once, and each reference leads somewhere", () => {
    for (const list of [demoMesh.domains, demoMesh.teams, demoMesh.services, demoMesh.interfaces, demoMesh.brokers]) {
      expect(new Set(list.map(({ slug }) => slug)).size).toBe(list.length);
    }
    const domains = demoMesh.domains.map(({ slug }) => slug);
    const teams = demoMesh.teams.map(({ slug }) => slug);
    expect(domains).toEqual(expect.arrayContaining([...demoMesh.teams, ...demoMesh.services].map(({ domain }) => domain)));
    expect(teams).toEqual(expect.arrayContaining(demoMesh.services.map(({ team }) => team)));
  });
});

describe("the documents", () => {
  test("are all named in the index, and all named ones exist", () => {
    const named = versions.flatMap(({ files }) => files);
    expect(named.filter((file) => !existsSync(join(documents, file)))).toEqual([]);
    expect(globSync("**/*.{yaml,json}", { cwd: documents }).sort()).toEqual([...named].sort());
  });

  test.each(versions)("$root says the version that the index says, and is valid: $valid", async ({ root, label, valid }) => {
    expect(child(readTree(join(documents, root)), "info", "version").value).toBe(label);
    const mistakes = await findMistakes(join(documents, root));
    expect(valid ? mistakes : mistakes.length > 0).toEqual(valid ? [] : true);
  });

  test("are published in the order of their dates, and of their numbers within an interface", () => {
    const ages = demoMesh.publishes.map(({ publishedDaysAgo }) => publishedDaysAgo);
    expect(ages).toEqual([...ages].sort((one, other) => other - one));
    for (const published of Map.groupBy(demoMesh.publishes, ({ interface: slug }) => slug).values()) {
      expect(published.map(({ root }) => Number(root.split("/")[2]?.split("-")[0]))).toEqual(published.map((_, index) => index + 1));
    }
  });

  test("name no broker that the company does not have", () => {
    const known = demoMesh.brokers.flatMap(({ protocol, hosts }) => hosts.map((host) => `${protocol}://${host}`));
    expect(known).toEqual(expect.arrayContaining([...new Set(listParticipations().map(({ broker }) => broker))]));
  });

  test("leave two ends loose that nearly match, and one channel unheard", () => {
    const loose = [...byChannel(listParticipations().filter(({ broker }) => !broker.includes("staging"))).values()]
      .filter((participants) => new Set(participants.map(({ action }) => action)).size === 1)
      .map(([first]) => `${first?.action} ${first?.address}`);
    const { nearMiss, orphanChannels } = demoMesh;
    expect(loose.sort()).toEqual([...orphanChannels.map((address) => `send ${address}`), `send ${nearMiss.sent}`, `receive ${nearMiss.received}`].sort());
  });
});

describe("the manifests", () => {
  test.each(demoMesh.manifests)("that of $service says what the index says", ({ service: slug, file }) => {
    const service = demoMesh.services.find((candidate) => candidate.slug === slug);
    const current = demoMesh.interfaces.filter((offered) => offered.service === slug).flatMap(({ lines }) => lines.map((line) => line.versions.at(-1)?.root));
    const { owner, domain, provides } = readManifest(file);
    expect({ owner, domain }).toEqual({ owner: service?.team, domain: service?.domain });
    expect(provides.map((path) => `${slug}/${path}`).sort()).toEqual(current.sort());
  });

  test.each(demoMesh.manifests)("that of $service names only operations and fields that exist", ({ file }) => {
    for (const { interface: slug, line = "default", uses = [] } of readManifest(file).consumes) {
      const offered = demoMesh.interfaces.find((candidate) => candidate.slug === slug);
      if (!offered) throw new Error(`There is no interface ${slug}.`);
      const operations = currentOperations(offered, line);
      for (const { operation: key, fields = [] } of uses) {
        const named = operations.filter((operation) => operation.key === key);
        expect(named, `${slug} ${key}`).not.toEqual([]);
        expect(fields.filter((field) => !named.some((operation) => hasField(operation, field))), `${slug} ${key}`).toEqual([]);
      }
    }
  });
});

test("documents and manifests give the expected edges: none is missing, none is extra", () => {
  const lines = (edges: typeof demoMesh.expectedEdges) => edges.map((edge) => `${edgeKey(edge)} [${edge.evidence.join()}]`).sort();
  expect(lines(deriveEdges())).toEqual(lines(demoMesh.expectedEdges));
  expect(new Set(demoMesh.expectedEdges.map(edgeKey)).size).toBe(demoMesh.expectedEdges.length);
});

function formatOf(root = ""): string {
  const tree = readTree(join(documents, root));
  for (const member of ["asyncapi", "openapi", "swagger"]) {
    const version = child(tree, member).value;
    if (version !== undefined) return `${member} ${String(version)}`;
  }
  return "unknown";
}
