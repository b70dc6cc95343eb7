import type Sigma from "sigma";
import { NodeCircleProgram } from "sigma/rendering";

/**
 * Takes from sigma its own way of telling what is under the pointer: it draws every dot a second time, and waits for the
 * graphics card at each move of the pointer. The map knows where its marks are. (Both members are private in sigma 3.0.)
 */
export function withoutPicking(sigma: Sigma): void {
  const inside = sigma as unknown as { getNodeAtPosition: () => null; pickingLayers: Set<string> };
  inside.getNodeAtPosition = () => null;
  inside.pickingLayers.clear();
}

/** Dots, drawn once. */
export class DotProgram extends NodeCircleProgram {
  constructor(...[gl, , renderer]: ConstructorParameters<typeof NodeCircleProgram>) {
    super(gl, null, renderer);
  }
}
