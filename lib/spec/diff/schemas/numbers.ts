import type { Bound } from "./shape.ts";

/** Whether a value is a multiple, as far as fractions can be told. */
export function divides(divisor: number, value: number): boolean {
  const quotient = value / divisor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

/** Whether a value keeps to a lower bound (`sign` 1) or an upper one (-1). */
export function fits(bound: Bound | null, value: number, sign: 1 | -1): boolean {
  if (!bound) return true;
  return bound.exclusive ? (value - bound.value) * sign > 0 : (value - bound.value) * sign >= 0;
}

/** What every common multiple is a multiple of; not a number where not all of them are integers. */
export function leastCommon(multiples: readonly number[]): number {
  if (multiples.length === 0 || !multiples.every(Number.isInteger)) return NaN;
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  return multiples.reduce((one, other) => (one * other) / divisor(one, other));
}
