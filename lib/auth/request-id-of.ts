/** The id a request carries, if it is a harmless one, else a new one: it goes to logs, answers and the audit log. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && /^[\w.:-]{1,100}$/.test(given) ? given : crypto.randomUUID();
}
