/** The pages of one's own settings. */
export const settingsPlaces = [
  { key: "profile", href: "/settings", label: "Profile" },
  { key: "notifications", href: "/settings/notifications", label: "Notifications" },
  { key: "sessions", href: "/settings/sessions", label: "Sessions" },
  { key: "tokens", href: "/settings/tokens", label: "Tokens" },
] as const;

export type SettingsPlace = (typeof settingsPlaces)[number]["key"];
