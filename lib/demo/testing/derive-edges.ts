import { join } from "node:path";
import { parse } from "yaml";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { demoMesh } from "../mesh.ts";
import type { DemoEdge, DemoInterface } from "../mesh/types.ts";
import { readDocument, type TestOperation } from "./read-document.ts";

const documents = join(import.meta.dirname, "../documents");
const manifests = join(import.meta.dirname, "../manifests");

const Manifest = z.strictObject({
  service: z.string(),
  owner: z.string(),
  domain: z.string(),
  provides: z.array(z.string()),
  consumes: z.array(z.strictObject({
    interface: z.string(),
    line: z.string().optional(),
    uses: z.array(z.strictObject({ operation: z.string(), fields: z.array(z.string()).optional() })).optional(),
  })),
});
export type Manifest = z.infer<typeof Manifest>;

/** One service's part in one channel of one broker, parameter names erased. */
export type Participation = { interface: string; line: string; service: string; action: string; address: string; broker: string };

export function readManifest(file: string): Manifest {
  return Manifest.parse(parse(readFileSync(join(manifests, file), "utf8")));
}

/** Operations of the newest document of a line. */
export function currentOperations(offered: DemoInterface, line: string): TestOperation[] {
  const version = offered.lines.find(({ name }) => name === line)?.versions.at(-1);
  if (!version) throw new Error(`${offered.slug} has no line ${line}.`);
  return readDocument(join(documents, version.root));
}

export function listParticipations(): Participation[] {
  return demoMesh.interfaces.flatMap((offered) => offered.lines.flatMap(({ name: line }) =>
    currentOperations(offered, line).flatMap(({ key, channel }) => (channel?.brokers ?? []).map((broker) => ({
      interface: offered.slug, line, service: offered.service, action: key.split(" ")[0] ?? "", address: channel?.address ?? "", broker,
    })))));
}

/** Participations by broker and erased address. */
export function byChannel(participations: Participation[]): Map<string, Participation[]> {
  return Map.groupBy(participations, ({ broker, address }) => `${broker} ${erase(address)}`);
}

/** What documents and manifests together say, one edge for each pair, flow and channel or operation. */
export function deriveEdges(): DemoEdge[] {
  const edges = new Map<string, DemoEdge>();
  for (const edge of [...specifiedEdges(), ...declaredEdges()]) {
    const known = edges.get(edgeKey(edge));
    edges.set(edgeKey(edge), { ...edge, evidence: [...new Set([...(known?.evidence ?? []), ...edge.evidence])].sort() });
  }
  return [...edges.values()];
}

export function edgeKey({ from, to, flow, via, interface: offered, line }: DemoEdge): string {
  return `${from} -> ${to} (${flow}) ${erase(via)} of ${offered}@${line}`;
}

function specifiedEdges(): DemoEdge[] {
  return [...byChannel(listParticipations()).values()].flatMap((participants) => {
    const senders = participants.filter(({ action }) => action === "send");
    const receivers = participants.filter(({ action }) => action === "receive");
    const [sender] = senders;
    const [receiver] = receivers;
    if (senders.length === 1 && sender) return receivers.map((from) => edge(from, sender, "event"));
    if (receivers.length === 1 && receiver) return senders.map((from) => edge(from, receiver, "command"));
    if (senders.length * receivers.length > 0) throw new Error(`Nobody owns ${participants[0]?.address}.`);
    return [];
  });
}

function edge(from: Participation, owner: Participation, flow: "event" | "command"): DemoEdge {
  return { from: from.service, to: owner.service, flow, via: owner.address, interface: owner.interface, line: owner.line, evidence: ["specified"] };
}

function declaredEdges(): DemoEdge[] {
  return demoMesh.manifests.flatMap(({ file }) => {
    const { service, consumes } = readManifest(file);
    return consumes.flatMap(({ interface: slug, line = "default", uses = [{ operation: slug }] }) => uses.map(({ operation }): DemoEdge => {
      const [, action, address] = /^(send|receive) (.+)$/.exec(operation) ?? [];
      const to = demoMesh.interfaces.find((offered) => offered.slug === slug)?.service ?? "";
      return { from: service, to, flow: action === "send" ? "event" : action ? "command" : "call", via: address ?? operation, interface: slug, line, evidence: ["declared"] };
    }));
  });
}

function erase(address: string): string {
  return address.replaceAll(/\{[^}]*\}/g, "{}");
}
