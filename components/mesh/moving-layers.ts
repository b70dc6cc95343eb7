import type Sigma from "sigma";

/** Where the map lies in its window: a pixel is `x + scale × x`, `y - scale × y` of the map. */
export type Place = { x: number; y: number; scale: number };

const farTimes = 3;
const farShare = 0.3;
const apartMs = 250;

/** Where the camera has the map now, also before that is drawn. */
export function placeOf(sigma: Sigma): Place {
  const cameraState = sigma.getCamera().getState();
  const [a, b] = [sigma.graphToViewport({ x: 0, y: 0 }, { cameraState }), sigma.graphToViewport({ x: 1000, y: 0 }, { cameraState })];
  return { x: a.x, y: a.y, scale: (b.x - a.x) / 1000 };
}

/**
 * Without a graphics card, drawing dots and edges costs many times what moving their last picture does. There, while the
 * camera moves, the picture is moved and stretched, and drawn anew once it has gone far or `settle` is called, at rest.
 * `moved` is called in place of sigma's `afterRender`. With a graphics card every frame is drawn.
 */
export function movingLayers(sigma: Sigma, layers: string[], moved: () => void): { settle: () => void; end: () => void } {
  const canvases = Object.entries(sigma.getCanvases()).flatMap(([name, canvas]) => (layers.includes(name) ? [canvas] : []));
  if (!canvases.some(isDrawnInSoftware)) return { settle: () => undefined, end: () => undefined };
  let drawn: (Place & { at: number }) | null = null;
  let frame = 0;
  const drawAnew = sigma.scheduleRender.bind(sigma);
  sigma.on("afterRender", () => {
    drawn = { ...placeOf(sigma), at: performance.now() };
    for (const canvas of canvases) canvas.style.transform = "";
  });
  sigma.scheduleRender = () => {
    const now = placeOf(sigma);
    if (!drawn || isSame(drawn, now) || (performance.now() - drawn.at > apartMs && isFar(drawn, now, sigma.getDimensions()))) return drawAnew();
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (!drawn) return;
      const { x, y, scale } = placeOf(sigma);
      const times = scale / drawn.scale;
      for (const canvas of canvases) Object.assign(canvas.style, { transformOrigin: "0 0", transform: `matrix(${times}, 0, 0, ${times}, ${x - times * drawn.x}, ${y - times * drawn.y})` });
      moved();
    });
    return sigma;
  };
  return {
    settle() {
      if (!drawn || !isSame(drawn, placeOf(sigma))) drawAnew();
    },
    end: () => cancelAnimationFrame(frame),
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y && a.scale === b.scale;
}

function isFar(drawn: Place, now: Place, { width, height }: { width: number; height: number }): boolean {
  const times = now.scale / drawn.scale;
  if (times > farTimes || times < 1 / farTimes) return true;
  const [x, y] = [now.x + times * (width / 2 - drawn.x) - width / 2, now.y + times * (height / 2 - drawn.y) - height / 2];
  return Math.abs(x) > width * farShare || Math.abs(y) > height * farShare;
}

function isDrawnInSoftware(canvas: HTMLCanvasElement): boolean {
  const gl = canvas.getContext("webgl2");
  const named = gl?.getExtension("WEBGL_debug_renderer_info");
  return gl != null && named != null && /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(gl.getParameter(named.UNMASKED_RENDERER_WEBGL)));
}
