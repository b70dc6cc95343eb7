/** The pages for administrators. */
export const adminPlaces = [
  { key: "overview", href: "/admin", label: "Overview" },
  { key: "people", href: "/admin/people", label: "People" },
  { key: "teams", href: "/admin/teams", label: "Teams and domains" },
  { key: "directory", href: "/admin/directory", label: "Directory" },
  { key: "levels", href: "/admin/levels", label: "Levels of changes" },
  { key: "brokers", href: "/admin/brokers", label: "Brokers" },
  { key: "jobs", href: "/admin/jobs", label: "Jobs" },
  { key: "pipelines", href: "/admin/pipelines", label: "Pipelines" },
  { key: "audit", href: "/admin/audit", label: "Audit log" },
  { key: "settings", href: "/admin/settings", label: "Settings" },
] as const;

export type AdminPlace = (typeof adminPlaces)[number]["key"];
