import { Link } from "../ui/link.tsx";

/** A team by name, or that nobody owns it. */
export function OwnerLink({ owner }: { owner: { slug: string; name: string } | null }) {
  if (!owner) return <OwnerName owner={null} />;
  return (
    <Link href={`/teams/${encodeURIComponent(owner.slug)}`} look="quiet" prefetch={false}>
      {owner.name}
    </Link>
  );
}

/** The same without the way there, where rows are too narrow for a second target. */
export function OwnerName({ owner }: { owner: { name: string } | null }) {
  return owner ? <span className="truncate">{owner.name}</span> : <span className="text-faint">unowned</span>;
}
