import { describe, expect, it } from "vitest";
import { Turns } from "./turns";

describe("turns", () => {
  it("come one after the other, and the same question keeps its own", () => {
    const turns = new Turns("list");
    const numbers = ["a", "a", "ab", "a"].map((query) => turns.of({ query }).number);
    expect(numbers).toEqual([1, 1, 2, 3]);
  });

  it("are of one list of one window", () => {
    const [one, other] = [new Turns("list").of(""), new Turns("facets").of("")];
    expect(one.view).not.toBe(other.view);
  });

  it("begin anew in a view that is shown again", () => {
    const [before, again] = [new Turns("list").of(""), new Turns("list").of("")];
    expect(again.number).toBe(1);
    expect(again.view).not.toBe(before.view);
  });
});
