import clsx from "clsx";

/** A grey bar the size of what will stand there, so that nothing moves when it comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-sm bg-sunken", className ?? "h-4 w-full")} />;
}

export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-9 items-center gap-4 border-b border-line">
          <Skeleton className={index % 3 === 0 ? "h-3 w-40" : index % 3 === 1 ? "h-3 w-56" : "h-3 w-32"} />
          <Skeleton className="h-3 w-16" />
          <Skeleton className="ml-auto h-3 w-12" />
        </div>
      ))}
    </div>
  );
}
