import type { Operation, Parameter } from "#lib/spec/normalized-spec.ts";
import { Section } from "#components/ui/page-header.tsx";
import { ParameterRows } from "./parameter-rows.tsx";
import type { OperationView } from "./operation-view.ts";

const places: { in: Parameter["in"][]; title: string; id: string }[] = [
  { in: ["path"], title: "Path parameters", id: "request.path" },
  { in: ["query", "querystring"], title: "Query parameters", id: "request.query" },
  { in: ["header"], title: "Headers", id: "request.header" },
  { in: ["cookie"], title: "Cookies", id: "request.cookie" },
];

/** Parameters by the place where they are sent. */
export function OperationParameters({ view }: { view: OperationView }) {
  return places.map(({ title, id, in: where }) => {
    const parameters = inOrder(view.operation, where);
    if (parameters.length === 0) return null;
    return (
      <Section key={id} id={id} title={title} count={parameters.length}>
        <ParameterRows parameters={parameters} id={id} operation={view.operation.key} view={view} />
      </Section>
    );
  });
}

/** Those of the path as the address has them; else required ones first, then as the document has them. */
function inOrder(operation: Operation, where: Parameter["in"][]): Parameter[] {
  const here = operation.parameters.filter((parameter) => where.includes(parameter.in));
  const placeOf = (name: string) => (operation.address ?? "").indexOf(`{${name}}`);
  return where.includes("path") ? here.toSorted((a, b) => placeOf(a.name) - placeOf(b.name)) : [...here.filter((parameter) => parameter.required), ...here.filter((parameter) => !parameter.required)];
}
