"use client";
import { useState } from "react";
import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuRadio } from "../ui/menu.tsx";
import { themeCookie, type Theme } from "./viewer.ts";

const options = [
  { value: "system", label: <><Monitor aria-hidden="true" />As the system</> },
  { value: "light", label: <><Sun aria-hidden="true" />Light</> },
  { value: "dark", label: <><Moon aria-hidden="true" />Dark</> },
] as const;

/** Kept in a cookie, so that the server writes it into the page and nothing flashes. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [current, setCurrent] = useState(theme);
  const Icon = current === "dark" ? Moon : current === "light" ? Sun : Monitor;

  function choose(next: Theme) {
    setCurrent(next);
    const root = document.documentElement;
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${60 * 60 * 24 * 365}; samesite=lax`;
  }

  return (
    <Menu align="end" side="top" trigger={<IconButton label="Colours"><Icon aria-hidden="true" /></IconButton>}>
      <MenuRadio label="Colours" value={current} onChange={choose} options={options} />
    </Menu>
  );
}
