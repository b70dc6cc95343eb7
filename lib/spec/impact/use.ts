/** One operation that a consumer uses, as its manifest says; without `fields` it is not known which. */
export type Use = { operation: string; fields?: string[] | null | undefined };
