import type { Manner } from "./receivers.ts";

export const badManners = ["slow", "failing", "redirecting", "silent", "endless"] as const;
export type BadManner = (typeof badManners)[number];

/** Receivers as one does not wish for them. `forbiddenUrl`: where the redirect leads, on this machine. */
export function badReceivers(forbiddenUrl: () => string, slowMs = 3_000): Record<BadManner, Manner> {
  return {
    slow: (request, response) => {
      request.resume();
      setTimeout(() => response.writeHead(200).end("at last"), slowMs);
    },
    failing: (request, response) => void request.resume().on("end", () => response.writeHead(500).end("an error of ours".repeat(1_000))),
    redirecting: (request, response) => void request.resume().on("end", () => response.writeHead(302, { location: forbiddenUrl() }).end()),
    silent: (request) => void request.resume(),
    endless: (request, response) => {
      request.resume();
      response.writeHead(200);
      const timer = setInterval(() => response.write("x".repeat(16_384)), 5);
      response.on("close", () => clearInterval(timer));
    },
  };
}
