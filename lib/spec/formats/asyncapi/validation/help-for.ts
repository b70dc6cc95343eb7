/** What to do about a finding of the library, as far as its rule and words tell. */
export function helpFor(code: string, message: string): string {
  if (/not expected to be here|additional propert/i.test(message)) return "Remove it, correct its name, or write it as an extension that begins with `x-`.";
  if (/must have required property/i.test(message)) return "Add the member that is missing.";
  if (/type must be|must be (string|array|object|number|integer|boolean)/i.test(message)) return "Give it a value of that type.";
  if (/must be equal to one of the allowed values|must be equal to constant/i.test(message)) return "Use one of the values that the specification allows.";
  if (/format/i.test(message)) return "Write the value in that format.";
  return helpOfRule[code] ?? "Compare it with the specification: https://www.asyncapi.com/docs/reference/specification/latest.";
}

const helpOfRule: Record<string, string> = {
  "asyncapi2-message-examples": "Correct the example, or the schema that it is an example of.",
  "asyncapi2-message-examples-custom-format": "Correct the example, or the schema that it is an example of.",
  "asyncapi2-schema-examples": "Correct the example, or the schema that it is an example of.",
  "asyncapi2-schema-default": "Correct the default, or the schema that it belongs to.",
  "asyncapi2-schemas": "Correct the schema.",
  "asyncapi2-server-security": "Define the scheme under `components/securitySchemes`, or correct its name.",
  "asyncapi2-operation-security": "Define the scheme under `components/securitySchemes`, or correct its name.",
  "asyncapi2-channel-parameters": "Declare each parameter of the address under `parameters`, and no other.",
  "asyncapi3-channel-parameters": "Declare each parameter of the address under `parameters`, and no other.",
  "asyncapi2-channel-servers": "List only servers of this document.",
  "asyncapi3-channel-servers": "List only servers of this document.",
  "asyncapi2-operation-operationId-uniqueness": "Give each operation an `operationId` of its own.",
  "asyncapi2-message-messageId-uniqueness": "Give each message a `messageId` of its own.",
  "asyncapi2-tags-uniqueness": "Name each tag once.",
  "asyncapi3-operation-messages-from-referred-channel": "Refer to the messages of the operation's channel: `#/channels/NAME/messages/NAME`.",
  "asyncapi3-required-operation-channel-unambiguity": "Refer to a channel under the root: `#/channels/NAME`.",
  "asyncapi3-required-channel-servers-unambiguity": "Refer to servers under the root: `#/servers/NAME`.",
};
