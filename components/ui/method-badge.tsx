import clsx from "clsx";
import { methodTone, toneClass } from "./tone.ts";

/** GET, POST, …, send, receive, WEBHOOK, CALLBACK: the same word has the same colour everywhere. */
export function MethodBadge({ method, column = false, className }: { method: string; /** One width, so that names below each other line up. */ column?: boolean; className?: string }) {
  return (
    <span
      className={clsx(
        "s-method",
        column && "w-16",
        toneClass[methodTone(method)],
        className,
      )}
    >
      {shown(method)}
    </span>
  );
}

function shown(method: string) {
  const lower = method.toLowerCase();
  if (lower === "send" || lower === "receive" || lower === "webhook" || lower === "callback") return lower;
  return method.toUpperCase();
}
