/** Words of the catalog that several tables share. */
export const lifecycles = ["design", "alpha", "beta", "stable", "deprecated", "retired"] as const;
export const visibilities = ["public", "internal", "listed", "private"] as const;
export const formats = ["openapi", "asyncapi"] as const;
export type Lifecycle = (typeof lifecycles)[number];
export type Visibility = (typeof visibilities)[number];
