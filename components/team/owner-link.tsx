import { Link } from "../ui/link.tsx";

/** A team by name, or that nobody owns it: that too is a fact worth seeing. */
export function OwnerLink({ owner }: { owner: { slug: string; name: string } | null }) {
  if (!owner) return <span className="text-amber">unowned</span>;
  return (
    <Link href={`/teams/${encodeURIComponent(owner.slug)}`} look="quiet" prefetch={false}>
      {owner.name}
    </Link>
  );
}
