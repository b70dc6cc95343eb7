"use client";
import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuLabel, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { interfaceUrl } from "#lib/catalog/urls/entity-url.ts";
import { versionQuery } from "#lib/catalog/urls/operation-url.ts";
import type { InterfaceHead } from "./interface-head.ts";

/** Another version or line of the same page. Without scripts the tab of versions leads there. */
export function VersionSwitcher({ head: { place, line, lines, version, recent, counts } }: { head: Pick<InterfaceHead, "place" | "line" | "lines" | "version" | "recent" | "counts"> }) {
  // An address such as …/operations/GET~users is the same in every version: it is made of names, not of ids.
  const pathname = usePathname();
  const path = pathname.includes("/versions/") ? interfaceUrl({ slug: place.slug }) : pathname;
  const newest = lines.find((candidate) => candidate.name === line)?.sequence;
  return (
    <Menu
      align="end"
      className="max-w-80"
      trigger={
        <Button size="sm" aria-label={`Version ${version.sequence}, ${version.label}. Choose another`}>
          <span>v{version.sequence}</span>
          <span className="max-w-40 truncate font-mono text-xs text-faint">{version.label}</span>
          {lines.length > 1 ? <span className="text-xs text-muted">on {line}</span> : null}
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {lines.length > 1 ? (
        <>
          <MenuLabel>Lines</MenuLabel>
          {lines.map((candidate) => (
            <MenuLink key={candidate.name} href={`${path}${versionQuery({ line: candidate.name })}`} current={candidate.name === line}>
              {candidate.name}
              <span className="ml-1 truncate font-mono text-xs text-faint">{candidate.label}</span>
            </MenuLink>
          ))}
          <MenuSeparator />
        </>
      ) : null}
      <MenuLabel>Versions</MenuLabel>
      {recent.map((candidate) => (
        <MenuLink key={candidate.sequence} href={`${path}${versionQuery({ line, version: candidate.sequence === newest ? null : candidate.sequence })}`} current={candidate.sequence === version.sequence}>
          <span className="tabular-nums">v{candidate.sequence}</span>
          <span className="truncate font-mono text-xs text-faint">{candidate.label}</span>
          {candidate.sequence === newest ? <span className="text-xs text-muted">current</span> : null}
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href={interfaceUrl({ slug: place.slug, tab: "versions", line })}>All {counts.versions.toLocaleString("en")} versions</MenuLink>
    </Menu>
  );
}
