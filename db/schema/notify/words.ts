/** What one may ask to hear of. `breaks-me`: changes that touch what one's services use; `unknown` adds those of which that is not known. */
export const eventKinds = ["breaking", "risky", "version", "breaks-me", "unknown", "lifecycle", "ownership", "comment"] as const;
export type EventKind = (typeof eventKinds)[number];
/** What happens that people are told of. */
export const newsKinds = ["version", "lifecycle", "ownership", "comment", "access", "migration", "proposal", "endpoint"] as const;
export type NewsKind = (typeof newsKinds)[number];
/** Where one is told: one's inbox, one's e-mail address, or an endpoint made for it. */
export type ChannelChoice = { kind: "inbox" } | { kind: "email" } | { kind: "endpoint"; endpointId: number };
export const frequencies = ["at-once", "daily", "weekly"] as const;
export type Frequency = (typeof frequencies)[number];
export const endpointKinds = ["webhook", "slack", "teams"] as const;
export type EndpointKind = (typeof endpointKinds)[number];
/** Kinds of news that reach one whatever one follows, each with a setting of its own. */
export const addressedTopics = ["questions", "used", "requests"] as const;
export type AddressedTopic = (typeof addressedTopics)[number];
/** Whether such news comes by e-mail as well as to the inbox. */
export const addressedEmail = ["at-once", "daily", "off"] as const;
export type AddressedEmail = (typeof addressedEmail)[number];
