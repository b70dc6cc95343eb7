/** Origins by which this product is reached, as a request and the settings say them. */
export function ownOrigins(headers: Pick<Headers, "get">, publicUrl: string | undefined): string[] {
  const hosts = [headers.get("x-forwarded-host"), headers.get("host")].filter((host) => host !== null).flatMap((host) => host.split(",").map((one) => one.trim()));
  const origins = hosts.flatMap((host) => [`http://${host}`, `https://${host}`]);
  return [...origins, ...(publicUrl ? [publicUrl] : [])].flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
}
