import { describe, expect, it } from "vitest";
import { leastEdits } from "./leastEdits";

/** A small generator of numbers, so that each run of the tests is the same. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The length of a longest common subsequence, by the table that needs no thought. */
function longest(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    other.forEach((mate, index) =>
      next.push(word === mate ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0)),
    );
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("the least edits", () => {
  it("keeps as many words as can be kept, of any two lists", () => {
    const next = random(7);
    for (let round = 0; round < 1000; round += 1) {
      const words = "abcdefgh".slice(0, 2 + next(6));
      const list = (): string[] => Array.from({ length: next(24) }, () => words[next(words.length)] ?? "");
      const [one, other] = [list(), list()];
      const runs = leastEdits(one, other);
      let [a, b, kept] = [0, 0, 0];
      for (const [index, run] of runs.entries()) {
        expect([run.one.start, run.other.start]).toEqual([a, b]);
        expect(run.same).not.toBe(runs[index - 1]?.same);
        if (run.same) {
          expect(one.slice(run.one.start, run.one.end)).toEqual(other.slice(run.other.start, run.other.end));
          kept += run.one.end - run.one.start;
        }
        [a, b] = [run.one.end, run.other.end];
      }
      expect([a, b]).toEqual([one.length, other.length]);
      expect(kept, `${one.join("")} ${other.join("")}`).toBe(longest(one, other));
    }
  });

  it("gives up on what has nothing to do with each other", () => {
    const list = (letter: string): string[] => Array.from({ length: 5000 }, (_, index) => `${letter}${index}`);
    expect(leastEdits(list("a"), list("b"))).toEqual([
      { same: false, one: { start: 0, end: 5000 }, other: { start: 0, end: 5000 } },
    ]);
  });
});
