import type { ComponentProps, ReactNode } from "react";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";

/**
 * A label, its control, a hint and an error. The control takes `id`, and where there is a hint or an error
 * `aria-describedby={`${id}-note`}`; an error also `aria-invalid`.
 */
export function Field({ id, label, hint, error, className, children }: { id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <div className={clsx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${id}-note`} role="alert" className="text-xs text-red">
          {error}
        </p>
      ) : hint ? (
        <p id={`${id}-note`} className="text-xs text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

const control =
  "w-full rounded-md border border-edge bg-canvas text-sm text-fg outline-offset-0 focus-visible:rounded-md aria-invalid:border-red disabled:cursor-not-allowed disabled:opacity-60";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={clsx(control, "h-8 px-2.5", className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={clsx(control, "min-h-24 px-2.5 py-1.5", className)} {...rest} />;
}

/** The browser's own select: it is quick, spoken right, and fits a phone. */
export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={clsx("relative inline-flex", className)}>
      <select className={clsx(control, "h-8 appearance-none py-0 pr-7 pl-2.5")} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-2 right-2 size-4 text-faint" />
    </span>
  );
}

export function Checkbox({ label, className, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  return (
    <label className={clsx("inline-flex items-center gap-2 text-sm", className)}>
      <input type="checkbox" className="size-4 accent-accent-solid" {...rest} />
      {label}
    </label>
  );
}
