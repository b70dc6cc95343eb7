"use client";
import NextLink from "next/link";
import { CircleUser, KeyRound, LogIn, LogOut, Settings2, ShieldCheck } from "lucide-react";
import { Menu, MenuItem, MenuLabel, MenuLink } from "../ui/menu.tsx";
import type { Viewer } from "./viewer.ts";

/** Who is signed in, or the way to do so. */
export function ViewerMenu({ viewer }: { viewer: Viewer }) {
  const look = "flex h-7 min-w-0 items-center gap-2 rounded-md px-2 text-sm text-muted transition-colors hover:bg-hover hover:text-fg";
  if (!viewer) {
    return (
      <NextLink href="/sign-in" prefetch={false} className={look}>
        <LogIn aria-hidden="true" className="size-4 shrink-0" />
        Sign in
      </NextLink>
    );
  }
  return (
    <Menu
      side="top"
      trigger={
        <button type="button" className={look}>
          <CircleUser aria-hidden="true" className="size-4 shrink-0" />
          <span className="truncate">{viewer.name}</span>
        </button>
      }
    >
      <MenuLabel>{viewer.administrator ? "Administrator" : "Signed in"}</MenuLabel>
      <MenuLink href="/settings">
        <Settings2 aria-hidden="true" />
        Profile and sessions
      </MenuLink>
      <MenuLink href="/settings/tokens">
        <KeyRound aria-hidden="true" />
        Tokens
      </MenuLink>
      {viewer.administrator ? (
        <MenuLink href="/admin">
          <ShieldCheck aria-hidden="true" />
          Administration
        </MenuLink>
      ) : null}
      <MenuItem onClick={() => void signOut()}>
        <LogOut aria-hidden="true" />
        Sign out
      </MenuItem>
    </Menu>
  );
}

async function signOut() {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  // A whole new page: nothing of what only this person may see stays in memory.
  window.location.assign("/");
}
