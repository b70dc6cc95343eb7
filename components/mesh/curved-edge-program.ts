import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const segments = 20;
const uniforms = ["u_matrix", "u_pixel", "u_ratio"] as const;
type Uniform = (typeof uniforms)[number];

/** What the map's edges carry besides sigma's own: how much of each end is covered by its circle, and whether it is dashed. */
export type CurvedEdge = EdgeDisplayData & { sourceRadius?: number; targetRadius?: number; dashed?: boolean; bow?: number };

// One ribbon for each edge, bent where its vertices are computed: a pixel outside the line costs nothing, which matters where
// there is no graphics card. Wide where the dependence begins, thin where it ends.
const vertexShader = `
attribute vec4 a_color; attribute vec4 a_ends; attribute vec4 a_shape; attribute vec4 a_id; attribute vec2 a_at;
uniform mat3 u_matrix; uniform vec2 u_pixel; uniform float u_ratio;
varying vec4 v_color; varying float v_side; varying float v_width; varying float v_along; varying float v_dash;
vec2 curve(vec2 a, vec2 c, vec2 b, float t) { return mix(mix(a, c, t), mix(c, b, t), t); }
void main() {
  vec2 a = a_ends.xy; vec2 b = a_ends.zw; vec2 way = b - a; float len = max(length(way), 0.000001);
  vec2 c = (a + b) * 0.5 + vec2(-way.y, way.x) * a_shape.w;
  float first = min(0.49, a_shape.y / len); float last = 1.0 - min(0.49, a_shape.z / len);
  float t = mix(first, last, a_at.x);
  vec2 here = (u_matrix * vec3(curve(a, c, b, t), 1.0)).xy;
  vec2 ahead = (u_matrix * vec3(curve(a, c, b, t + 0.01), 1.0)).xy;
  vec2 pixels = (ahead - here) / u_pixel; vec2 along = pixels / max(length(pixels), 0.0001);
  float width = abs(a_shape.x) * u_ratio * mix(1.35, 0.45, a_at.x);
  v_width = width * 0.5 + 1.0;
  vec2 aside = vec2(-along.y, along.x) * v_width * a_at.y;
  gl_Position = vec4(here + aside * u_pixel, 0.0, 1.0);
  v_side = a_at.y; v_along = a_at.x * len; v_dash = a_shape.x < 0.0 ? 1.0 : 0.0; v_along = length((u_matrix * vec3(b, 1.0)).xy / u_pixel - (u_matrix * vec3(a, 1.0)).xy / u_pixel) * a_at.x;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color * vec4(1.0, 1.0, 1.0, mix(1.0, 0.7, a_at.x));
  #endif
}`;

const fragmentShader = `
precision mediump float;
varying vec4 v_color; varying float v_side; varying float v_width; varying float v_along; varying float v_dash;
void main() {
  #ifdef PICKING_MODE
  discard;
  #else
  if (v_dash > 0.5 && fract(v_along / 9.0) > 0.55) discard;
  float edge = clamp((1.0 - abs(v_side)) * v_width, 0.0, 1.0);
  float alpha = v_color.a * edge;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

export class CurvedEdgeProgram extends EdgeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: (segments + 1) * 2,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_ends", size: 4, type: FLOAT },
        { name: "a_shape", size: 4, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_at", size: 2, type: FLOAT }],
      CONSTANT_DATA: Array.from({ length: segments + 1 }, (_, step) => [[step / segments, -1], [step / segments, 1]]).flat(),
    };
  }

  processVisibleItem(edgeIndex: number, startIndex: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData): void {
    const { array } = this;
    const edge = data as CurvedEdge;
    let at = startIndex;
    array[at++] = source.x;
    array[at++] = source.y;
    array[at++] = target.x;
    array[at++] = target.y;
    array[at++] = edge.dashed ? -data.size : data.size;
    array[at++] = edge.sourceRadius ?? 0;
    array[at++] = edge.targetRadius ?? 0;
    array[at++] = edge.bow ?? 0.16;
    array[at++] = floatColor(data.color);
    array[at++] = edgeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations["u_matrix"] ?? null, false, params.matrix);
    gl.uniform2f(uniformLocations["u_pixel"] ?? null, 2 / (params.width * params.pixelRatio), 2 / (params.height * params.pixelRatio));
    gl.uniform1f(uniformLocations["u_ratio"] ?? null, params.pixelRatio);
  }
}
