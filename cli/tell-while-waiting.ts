import { note } from "./output.ts";

/** What `work` comes to. While it lasts, a line on stderr now and then says that it does, so that nobody takes it for dead. */
export async function tellWhileWaiting<Result>(words: string, work: Promise<Result>, { every = process.stderr.isTTY ? 3_000 : 10_000, say = note } = {}): Promise<Result> {
  let told = 0;
  const timer = setInterval(() => say(`${words} (${Math.round((++told * every) / 1_000)} s)…`), every);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
