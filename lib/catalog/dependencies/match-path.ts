/**
 * The operation key that a request made: `GET /orders/42` is of `GET /orders/{}`. The most literal one wins; `bases` are
 * paths of servers that a request may begin with (`/v1`). Null where none fits.
 */
export function matchPath(method: string, path: string, keys: readonly string[], bases: readonly string[] = []): string | null {
  const plain = path.replace(/[?#].*$/, "");
  const tails = [plain, ...bases.map((base) => base.replace(/\/+$/, "")).filter((base) => base !== "" && plain.startsWith(`${base}/`)).map((base) => plain.slice(base.length))];
  const prefix = `${method.toUpperCase()} `;
  const fitting = keys.filter((key) => key.startsWith(prefix) && !key.includes(" CALLBACK ") && tails.some((tail) => fits(key.slice(prefix.length), tail)));
  return fitting.sort((one, other) => holesIn(one) - holesIn(other) || other.length - one.length)[0] ?? null;
}

function fits(template: string, path: string): boolean {
  const pattern = template.split("{}").map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^/]+");
  return new RegExp(`^${pattern}/?$`).test(path);
}

function holesIn(key: string): number {
  return key.split("{}").length;
}
