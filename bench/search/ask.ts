import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a request and reads the whole answer, uncompressed; the text. Throws unless it is answered with 200. */
export async function ask(url: string, { body, key }: { body?: string; key?: string } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "identity", ...(key ? { authorization: `Bearer ${key}` } : {}), ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}) };
    const sent = request(url, { method: body ? "POST" : "GET", headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
