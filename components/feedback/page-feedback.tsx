"use client";
import { useActionState, useEffect, useRef, useState } from "react";
import { discussionUrl, type Spot } from "#lib/catalog/urls/discussion-url.ts";
import type { FormAction } from "../ui/action-form.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";

type Said = { threads: number; open: number; mayWrite: boolean; rating: { answered: boolean; words: string | null } | null };

/** The foot of a page of documentation: whether it answered, and what is said about it. It asks for that only when it comes into sight. */
export function PageFeedback({ slug, spot, action }: { slug: string; spot: Spot; action: FormAction }) {
  const place = useRef<HTMLElement>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [answer, rate, busy] = useActionState(action, null);
  const [told, say, saying] = useActionState(action, null);
  const [pressed, setPressed] = useState<boolean | null>(null);
  const chosen = pressed ?? said?.rating?.answered ?? null;

  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const sight = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      sight.disconnect();
      void fetch(`/api/v1/interfaces/${encodeURIComponent(slug)}/feedback?${new URLSearchParams({ [spot.place]: spot.key })}`)
        .then(async (given) => (given.ok ? setSaid((await given.json()) as Said) : undefined))
        .catch(() => undefined);
    });
    sight.observe(element);
    return () => sight.disconnect();
  }, [slug, spot.place, spot.key]);

  return (
    <section ref={place} aria-label="Feedback on this page" className="mt-10 flex max-w-[80ch] flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line pt-3 text-sm text-muted">
      {said && !said.mayWrite ? null : (
        <div className="flex flex-col gap-2">
          <form action={rate} className="flex min-h-7 flex-wrap items-center gap-2">
            <Unseen slug={slug} spot={spot} />
            Did this answer it?
            {([true, false] as const).map((value) => (
              <button key={String(value)} type="submit" name="answered" value={value ? "yes" : "no"} disabled={busy} aria-pressed={chosen === value} onClick={() => setPressed(value)} className={`${buttonClass({ variant: "secondary", size: "sm" })} aria-pressed:border-accent aria-pressed:text-accent`}>
                {value ? "Yes" : "No"}
              </button>
            ))}
            <span role="status" className={`text-xs ${answer && !answer.done ? "text-red" : "text-faint"}`}>{answer?.message ?? ""}</span>
          </form>
          {/* A form of its own: what is typed while the word before is on its way stays. */}
          {chosen === false ? (
            <form action={say} className="flex flex-wrap items-center gap-2">
              <Unseen slug={slug} spot={spot} />
              <input type="hidden" name="answered" value="no" />
              <span className="flex min-w-0 max-w-96 flex-1 basis-64 items-center gap-2">
                <Input name="words" required aria-label="What was missing?" placeholder="What was missing? (optional)" maxLength={1_000} defaultValue={said?.rating?.words ?? ""} className="min-w-0 flex-1" />
                <button type="submit" disabled={saying} className={buttonClass({ variant: "secondary", size: "sm" })}>
                  Send
                </button>
              </span>
              <span role="status" className={`text-xs ${told && !told.done ? "text-red" : "text-faint"}`}>{told?.message ?? ""}</span>
            </form>
          ) : null}
        </div>
      )}
      <p className="flex min-h-7 items-center">
        <Link look="text" href={discussionUrl({ slug, spot })} prefetch={false}>
          {wordsFor(said)}
        </Link>
      </p>
    </section>
  );
}

function Unseen({ slug, spot }: { slug: string; spot: Spot }) {
  return (
    <>
      <input type="hidden" name="change" value="rate" />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name={spot.place} value={spot.key} />
    </>
  );
}

function wordsFor(said: Said | null): string {
  if (!said || said.threads === 0) return "Ask about this";
  const discussions = `${said.threads} ${said.threads === 1 ? "discussion" : "discussions"}`;
  return said.open > 0 ? `${discussions}, ${said.open} open` : discussions;
}
