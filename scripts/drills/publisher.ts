import { smallDocument } from "./small-document.ts";

export type Acknowledged = { slug: string; sequence: number; text: string; operationId: string };

/**
 * Publishes without pause, two at once, each a stream of versions of interfaces of its own, until stopped. Keeps what was
 * acknowledged. What fails is sent again, as a publisher would: publishing is idempotent.
 */
export function startPublisher(server: { url: string; token: string }) {
  const acknowledged: Acknowledged[] = [];
  const unexpected: string[] = [];
  let running = true;

  async function stream(lane: number): Promise<void> {
    for (let count = 0; running; count++) {
      const serial = lane * 10_000 + Math.floor(count / 3);
      const document = smallDocument(serial, (count % 3) + 1);
      await publishUntilAcknowledged(`drill-${serial}`, document);
    }
  }

  async function publishUntilAcknowledged(slug: string, { text, operationId }: ReturnType<typeof smallDocument>): Promise<void> {
    for (;;) {
      const answer = await fetch(`${server.url}/api/v1/specs?interface=${slug}`, { method: "POST", body: text, headers: { authorization: `Bearer ${server.token}`, "content-type": "application/yaml" }, signal: AbortSignal.timeout(30_000) }).catch(() => null);
      if (answer?.status === 201 || answer?.status === 200) {
        const body = (await answer.json().catch(() => null)) as { interface: { slug: string }; version: { sequence: number } } | null;
        // The answer was cut off: whether it counts is not known, so it is asked again.
        if (body) return void acknowledged.push({ slug: body.interface.slug, sequence: body.version.sequence, text, operationId });
      } else if (answer && answer.status !== 503 && answer.status !== 500) unexpected.push(`${answer.status} ${await answer.text()}`);
      if (!running) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const lanes = [stream(1), stream(2)];
  return {
    acknowledged,
    unexpected,
    async stop() {
      running = false;
      await Promise.all(lanes);
    },
  };
}
