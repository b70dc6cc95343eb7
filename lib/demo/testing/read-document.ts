import { child, children, follow, readTree, type Node } from "./document-tree.ts";

/** What the tests need to know of a document: an operation's key, and where its fields are described. */
export type TestOperation = { key: string; kind: "http" | "event"; node: Node; pathItem?: Node; messages: Node[]; channel?: { address: string; brokers: string[] } };

const methods = ["get", "put", "post", "delete", "patch", "query"];

/** Operations of a document, channels without an address left out. A second, small reading, independent of `lib/spec`. */
export function readDocument(file: string): TestOperation[] {
  const root = readTree(file);
  const version = child(root, "asyncapi").value;
  if (version === undefined) return httpOperations(root);
  return String(version).startsWith("2.") ? events2(root) : events3(root);
}

function httpOperations(root: Node): TestOperation[] {
  return children(child(root, "paths")).flatMap(([path, pathItem]) =>
    children(pathItem).filter(([method]) => methods.includes(method))
      .map(([method, node]) => ({ key: `${method.toUpperCase()} ${path}`, kind: "http" as const, node, pathItem, messages: [] })));
}

function events2(root: Node): TestOperation[] {
  const servers = children(child(root, "servers"));
  return children(child(root, "channels")).flatMap(([address, channel]) => {
    const named = children(child(channel, "servers")).map(([, name]) => name.value);
    const brokers = servers.filter(([name]) => named.length === 0 || named.includes(name)).map(([, server]) => broker(server, "url"));
    // The owner of a 2.x document emits what others subscribe to.
    return ([["subscribe", "send"], ["publish", "receive"]] as const).filter(([action]) => child(channel, action).value !== undefined).map(([action, key]) => {
      const message = child(channel, action, "message");
      const several = children(child(message, "oneOf")).map(([, one]) => one);
      return { key: `${key} ${address}`, kind: "event" as const, node: child(channel, action), messages: several.length > 0 ? several : [message], channel: { address, brokers } };
    });
  });
}

function events3(root: Node): TestOperation[] {
  return children(child(root, "operations")).flatMap(([, node]) => {
    const channel = child(node, "channel");
    const address = child(channel, "address").value;
    if (typeof address !== "string") return [];
    const own = children(child(channel, "servers")).map(([, server]) => server);
    const servers = own.length > 0 ? own : children(child(root, "servers")).map(([, server]) => server);
    const brokers = servers.map((server) => broker(server, "host"));
    return [{ key: `${String(child(node, "action").value)} ${address}`, kind: "event" as const, node, messages: children(child(channel, "messages")).map(([, message]) => message), channel: { address, brokers } }];
  });
}

function broker(server: Node, member: "url" | "host"): string {
  const { value } = follow(server);
  return `${String(child({ ...server, value }, "protocol").value)}://${String(child(server, member).value)}`;
}
