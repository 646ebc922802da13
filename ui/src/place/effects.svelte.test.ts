import { flushSync } from "svelte";
import { afterEach, expect, it } from "vitest";
import { announce, toasts } from "../controls";
import { commands } from "../keys";
import { here } from ".";

afterEach(() => toasts.clear());

/** How often an effect runs of itself. */
function runs(effect: () => void): number {
  let count = 0;
  const stop = $effect.root(() => {
    $effect(() => {
      count += 1;
      effect();
    });
  });
  flushSync();
  stop();
  return count;
}

it("lets effects go, say, show and bind without setting themselves off again", () => {
  expect(runs(() => here.go({ name: "claims" }))).toBe(1);
  expect(runs(() => announce("done"))).toBe(1);
  expect(runs(() => toasts.show({ text: "done" }))).toBe(1);
  expect(runs(() => commands.bind({ export: () => {} }))).toBe(1);
});
