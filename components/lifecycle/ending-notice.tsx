import { dayWords } from "#lib/catalog/lifecycle/lifecycle-words.ts";
import { lifecycleUrl, migrationUrl } from "#lib/catalog/urls/lifecycle-url.ts";
import type { Ending } from "#lib/catalog/lifecycle/get-lifecycle.ts";
import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import { SuccessorLink } from "./successor-link.tsx";

type Props = { ending: Ending | null; retired: boolean; place: { slug: string; line: string | null }; what?: string; className?: string };

/** That something is on its way out or gone, when, and what takes its place. */
export function EndingNotice({ ending, retired, place, what = "This interface", className }: Props) {
  const sunset = ending?.sunsetAt ?? null;
  return (
    <Notice level="warning" {...(className ? { className } : {})}>
      {retired ? `${what} is retired.` : `${what} is deprecated${sunset ? ` and ends on ${dayWords(sunset)}` : ""}.`}{" "}
      {ending?.successor ? <>Use <SuccessorLink successor={ending.successor} /> instead. </> : retired ? "" : "Look for a replacement before you build on it. "}
      {ending ? <Link look="text" href={migrationUrl(ending.migrationId)} prefetch={false}>Who has moved</Link> : <Link look="text" href={lifecycleUrl(place)} prefetch={false}>Its life</Link>}
    </Notice>
  );
}
