import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { inbox, people, places, type Place } from "./places.ts";
import { ThemeSwitch } from "./theme-switch.tsx";
import type { Theme, Viewer } from "./viewer.ts";
import { UnreadCount } from "./unread-count.tsx";
import { ViewerMenu } from "./viewer-menu.tsx";

/** The left rail of wide screens. */
export function Rail({ viewer, theme }: { viewer: Viewer; theme: Theme }) {
  return (
    <nav aria-label="Main" className="sticky top-0 hidden h-dvh w-52 shrink-0 flex-col border-r border-line bg-rail md:flex">
      <div className="flex h-12 shrink-0 items-center px-4">
        <Logo />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-2 py-2">
        <div>
          <NavList items={places} />
          {viewer ? (
            <NavLink href={inbox.href} icon={<inbox.icon aria-hidden="true" />} end={<UnreadCount unread={viewer.unread} />}>
              {inbox.label}
            </NavLink>
          ) : null}
        </div>
        <NavList items={people} />
        {viewer && viewer.teams.length > 0 ? (
          <div>
            <h2 className="px-2 pb-1 text-xs text-faint">My teams</h2>
            <ul className="flex flex-col gap-px">
              {viewer.teams.map((team) => (
                <li key={team.slug}>
                  <NavLink href={`/teams/${encodeURIComponent(team.slug)}`}>{team.name}</NavLink>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      <div className="flex h-12 shrink-0 items-center justify-between gap-2 border-t border-line px-2">
        <ViewerMenu viewer={viewer} />
        <ThemeSwitch theme={theme} />
      </div>
    </nav>
  );
}

function NavList({ items }: { items: readonly Place[] }) {
  return (
    <ul className="flex flex-col gap-px">
      {items.map(({ href, label, icon: Icon }) => (
        <li key={href}>
          <NavLink href={href} icon={<Icon aria-hidden="true" />}>
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
