/** Colours of the map for one theme, as red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];
export type GroupColours = { fill: Rgb; dot: Rgb; line: Rgb; text: Rgb };
export type MapColours = { dark: boolean; canvas: Rgb; fg: Rgb; muted: Rgb; uses: Rgb; used: Rgb; group: (hue: number) => GroupColours };

/** Hues by the golden angle, so that however many groups there are, the next differs from the last; calm, and of equal lightness. */
export function mapColours(dark: boolean, page: { canvas: Rgb; fg: Rgb; muted: Rgb }): MapColours {
  const known = new Map<number, GroupColours>();
  return {
    dark, ...page,
    uses: dark ? [122, 184, 245] : [11, 92, 173],
    used: dark ? [240, 179, 82] : [160, 82, 8],
    group(hue) {
      const angle = (255 + hue * 137.508) % 360;
      const drift = (hue % 3) * 0.025;
      const colours = known.get(hue) ?? {
        fill: oklch(dark ? 0.72 : 0.66, 0.085, angle),
        dot: oklch((dark ? 0.74 : 0.65) - drift, 0.1, angle),
        line: oklch(dark ? 0.72 : 0.55, 0.055, angle),
        text: oklch(dark ? 0.84 : 0.42, dark ? 0.07 : 0.09, angle),
      };
      known.set(hue, colours);
      return colours;
    },
  };
}

export function css([r, g, b]: Rgb, alpha = 1): string {
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

/** The first laid over the second: WebGL's circles have no transparency among themselves. */
export function over(top: Rgb, under: Rgb, alpha: number): Rgb {
  const mix = (a: number, b: number) => Math.round(a * alpha + b * (1 - alpha));
  return [mix(top[0], under[0]), mix(top[1], under[1]), mix(top[2], under[2])];
}

/** OKLCH to sRGB (CSS Color 4, section 9.2). */
function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channel = (value: number) => Math.round(255 * Math.min(1, Math.max(0, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055)));
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
