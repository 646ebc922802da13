/** How large articles are set, in steps up to twice the usual size. */
import { keep, recall } from "./memory";

export const STEPS: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

class Zoom {
  /** Times the usual size. */
  factor = $state(recall("zoom", 1, isStep));

  /** One step larger or smaller; at the end nothing. */
  step(by: 1 | -1): void {
    const next = STEPS[STEPS.indexOf(this.factor) + by];
    if (next !== undefined) this.set(next);
  }

  set(factor: number): void {
    this.factor = factor;
    keep("zoom", factor);
  }
}

export const zoom = new Zoom();

function isStep(kept: unknown): kept is number {
  return typeof kept === "number" && STEPS.includes(kept);
}
