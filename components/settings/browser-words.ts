const browsers = [[/Edg\//, "Edge"], [/OPR\//, "Opera"], [/Firefox\//, "Firefox"], [/Chrome\/|CriOS\//, "Chrome"], [/Safari\//, "Safari"]] as const;
const systems = [[/Windows/, "Windows"], [/iPhone|iPad/, "iOS"], [/Android/, "Android"], [/Mac OS X/, "macOS"], [/Linux/, "Linux"]] as const;

/** "Firefox on Linux", from what a browser calls itself; the whole where it is neither. */
export function browserWords(userAgent: string | null): string {
  if (!userAgent) return "Unknown";
  const find = (known: readonly (readonly [RegExp, string])[]) => known.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [browser, system] = [find(browsers), find(systems)];
  return browser ? `${browser}${system ? ` on ${system}` : ""}` : (userAgent.split(/[\s/]/)[0] ?? userAgent);
}
