import { Boxes, FileCode2, History, Inbox, KeyRound, MessagesSquare, Milestone, Search, Shapes, ShieldQuestion, Upload, Users, Waypoints, type LucideIcon } from "lucide-react";

export type Place = { href: string; label: string; icon: LucideIcon; /** What else people type to get there. */ keywords: string };

/** Where one can go. The rail, the sheet and the palette all read this list. */
export const places = [
  { href: "/search", label: "Search", icon: Search, keywords: "find query" },
  { href: "/interfaces", label: "Interfaces", icon: FileCode2, keywords: "apis catalog openapi asyncapi list" },
  { href: "/mesh", label: "Mesh", icon: Waypoints, keywords: "graph map dependencies services who uses" },
  { href: "/changes", label: "Changes", icon: History, keywords: "versions published recent activity history" },
  { href: "/publish", label: "Publish", icon: Upload, keywords: "upload add new document import" },
] as const satisfies Place[];

/** Where those go who are signed in. */
export const inbox = { href: "/inbox", label: "Inbox", icon: Inbox, keywords: "notifications news unread told" } as const satisfies Place;

export const people = [
  { href: "/services", label: "Services", icon: Boxes, keywords: "deployables apps" },
  { href: "/teams", label: "Teams", icon: Users, keywords: "owners people" },
  { href: "/domains", label: "Domains", icon: Shapes, keywords: "areas business" },
  { href: "/feedback", label: "Feedback", icon: MessagesSquare, keywords: "questions comments ratings discussion answers" },
  { href: "/ownership", label: "Ownership", icon: ShieldQuestion, keywords: "unowned orphans transfer claim still ours" },
  { href: "/migrations", label: "Migrations", icon: Milestone, keywords: "deprecated sunset retire burndown moving" },
  { href: "/access-requests", label: "Access requests", icon: KeyRound, keywords: "approve approval ask permission" },
] as const satisfies Place[];

/** `/interfaces/orders` is in `/interfaces`. */
export function isWithin(pathname: string, href: string) {
  return pathname === href || pathname.startsWith(`${href}/`);
}
