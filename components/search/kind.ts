import { Boxes, Braces, FileCode2, Mail, RadioTower, Shapes, SquareFunction, Users, type LucideIcon } from "lucide-react";
import type { Kind } from "./answer.ts";

/** How each kind of result is called and drawn. */
export const kindLooks = {
  interface: { one: "Interface", many: "Interfaces", icon: FileCode2 },
  operation: { one: "Operation", many: "Operations", icon: SquareFunction },
  channel: { one: "Channel", many: "Channels", icon: RadioTower },
  message: { one: "Message", many: "Messages", icon: Mail },
  property: { one: "Field", many: "Fields", icon: Braces },
  service: { one: "Service", many: "Services", icon: Boxes },
  team: { one: "Team", many: "Teams", icon: Users },
  domain: { one: "Domain", many: "Domains", icon: Shapes },
} as const satisfies Record<Kind, { one: string; many: string; icon: LucideIcon }>;
