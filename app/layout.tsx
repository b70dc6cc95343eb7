import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { preloadFonts } from "#components/shell/preload-fonts.ts";
import { Shell } from "#components/shell/shell.tsx";
import { themeCookie, themeOf } from "#components/shell/viewer.ts";
import { findViewer } from "#lib/auth/find-viewer.ts";
import { visitorContext } from "#lib/auth/request-context.ts";
import { countUnread } from "#lib/catalog/inbox/list-inbox.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Intermesh", template: "%s · Intermesh" },
  description: "The interfaces of this company: who offers what, described by OpenAPI and AsyncAPI documents.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  preloadFonts();
  const theme = themeOf((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <Shell viewer={await viewer()} theme={theme}>
          {children}
        </Shell>
      </body>
    </html>
  );
}

/** Without a database the frame still stands, and the page inside it says what is wrong. */
async function viewer() {
  try {
    const ctx = await visitorContext();
    const [person, unread] = await Promise.all([findViewer({ ctx }), countUnread({ ctx })]);
    return person && { ...person, unread };
  } catch {
    return null;
  }
}
