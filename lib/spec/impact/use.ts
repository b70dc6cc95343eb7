/**
 * One operation that a consumer uses, as its manifest says; without `fields` it is not known which. `message`: the only
 * one of the operation's messages that it uses (`Message.id`); any of them without it.
 */
export type Use = { operation: string; message?: string | null | undefined; fields?: string[] | null | undefined };
