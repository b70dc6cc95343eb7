import { Bell } from "lucide-react";
import { followUrl, type Followable } from "#lib/catalog/urls/follow-url.ts";
import { ButtonLink } from "../ui/button.tsx";

/** Leads to where one says what to hear of a thing. A visitor signs in on the way. */
export function FollowLink({ of, label = "Follow" }: { of: Followable; label?: string }) {
  return <ButtonLink size="sm" prefetch={false} href={followUrl(of)} icon={<Bell aria-hidden="true" />}>{label}</ButtonLink>;
}
