/** What the shell needs to know of the one who looks. `null` is a visitor who is not signed in. */
export type Viewer = { name: string; administrator: boolean; teams: { slug: string; name: string }[]; /** Items in the inbox. */ unread: number } | null;

export type Theme = "system" | "light" | "dark";

export const themeCookie = "theme";

export function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
