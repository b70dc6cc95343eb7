/** For how many seconds a refusal for asking too often holds; better-auth names its header in its own way. */
export function retryAfterOf({ headers }: Response): number {
  return Number(headers.get("retry-after") ?? headers.get("x-retry-after")) || 60;
}
