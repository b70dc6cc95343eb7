import type { Channel, Parameter } from "#lib/spec/normalized-spec.ts";
import { Static } from "#components/static/static.tsx";
import { ParameterRows } from "./parameter-rows.tsx";
import type { OperationView } from "./operation-view.ts";

/** What fills the braces of a channel's address. */
export function ChannelParameters({ channel, view }: { channel: Channel; view: Pick<OperationView, "place" | "schemas"> }) {
  if (channel.parameters.length === 0) return null;
  return (
    <div className="mt-3">
      <h3 className="mb-1 text-xs font-medium text-muted">Parameters of the address</h3>
      <Static><ParameterRows id="channel" view={view} parameters={channel.parameters.map((parameter) => asParameter(parameter, channel))} /></Static>
    </div>
  );
}

function asParameter(parameter: Channel["parameters"][number], channel: Channel): Parameter {
  const facts = { type: "string", ...(parameter.enum.length > 0 ? { enum: parameter.enum } : {}), ...(parameter.default === null ? {} : { default: parameter.default }) };
  return {
    name: parameter.name,
    in: "path",
    required: true,
    deprecated: false,
    description: [parameter.description, parameter.location === null ? null : `Found at \`${parameter.location}\`.`].filter((text) => text !== null).join("\n\n") || null,
    style: null,
    explode: null,
    allowReserved: false,
    schema: parameter.schema ?? facts,
    content: null,
    examples: [],
    file: channel.file,
    pointer: channel.pointer,
  };
}
