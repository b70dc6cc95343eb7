import { CopyButton } from "../ui/copy-button.tsx";

/** A secret just made, on the only page that ever shows it. */
export function ShownOnce({ secret }: { secret: string }) {
  return (
    <div role="status" className="flex flex-col gap-1 rounded-md bg-green-tint px-3 py-2 text-sm">
      <p>Copy the token now: it is not kept and cannot be shown again.</p>
      <p className="flex items-center gap-2">
        <code className="min-w-0 font-mono text-sm break-all" data-testid="token-secret">{secret}</code>
        <CopyButton text={secret} label="Copy token" />
      </p>
    </div>
  );
}
