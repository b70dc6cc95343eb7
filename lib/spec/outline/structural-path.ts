/** Whether a structural path is `outer` or lies in it: `lines[].sku` in `lines`, and not in `line`. */
export function liesWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && (path.length === outer.length || /[.[{~]/.test(path.charAt(outer.length)));
}
