"use client";
import "./globals.css";

/** The frame itself failed: as little as possible, so that this cannot fail as well. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Intermesh does not answer</title>
        <main className="mx-auto flex max-w-xl flex-col gap-3 px-4 py-16">
          <h1 className="text-xl font-semibold">Intermesh does not answer</h1>
          <p className="text-muted">Nothing was changed. Load this page again; if it stays, the server&apos;s log has the reason{error.digest ? " under this reference:" : "."}</p>
          {error.digest ? <code>{error.digest}</code> : null}
          <p>
            <a href="" className="text-accent underline">
              Load again
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
