import { describe, expect, it } from "vitest";
import type { Rating, ScaleUse } from "../backend";
import { goneOf, linesOf, moved, newLine, numberOf, ratingsOf, replacementsOf, wrongNumber } from "./scale";

const rating = (word: string, number: number | null): Rating => ({
  word,
  name: word,
  role: "supported",
  description: "",
  number,
  verdict: "supported",
});
const use = {
  scale: { word: "ours", ratings: [rating("true", 2), rating("half", 1), rating("false", null)] },
  active: true,
  claims: [0, 3, 1],
} as unknown as ScaleUse;

describe("a scale that is changed", () => {
  it("keeps numbers as they are typed, and says which cannot be read", () => {
    const lines = linesOf(use.scale.ratings);
    expect(lines.map(({ typed }) => typed)).toEqual(["2", "1", ""]);
    expect([numberOf(" 0,5 "), numberOf("−1"), numberOf(""), numberOf("1e3"), numberOf("two")]).toEqual([
      0.5,
      -1,
      null,
      NaN,
      NaN,
    ]);
    expect(wrongNumber(lines)).toBeNull();
    expect(wrongNumber([...lines, { ...newLine(lines), typed: "x" }])?.field).toBe("ratings.3.number");
  });

  it("moves a value, but not out of the list", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, -2)).toEqual(["c", "a", "b"]);
    expect([moved(["a", "b"], 0, -1), moved(["a", "b"], 1, 1)]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("gives new values a word of their own, and leaves the others theirs", () => {
    const lines = linesOf(use.scale.ratings);
    const named = (name: string, id: number): (typeof lines)[number] => ({ ...newLine(lines), id, name });
    const sent = ratingsOf([...lines, named("Half", 10), named("Mostly True!", 11), named("правда", 12)]);
    expect(sent.map(({ word }) => word)).toEqual(["true", "half", "false", "half-2", "mostly-true", "value"]);
    expect(sent[0]).toEqual(rating("true", 2));
  });

  it("asks what replaces the values in use that go, and sends only what was answered", () => {
    const left = [rating("true", 2)];
    const gone = goneOf(use, left);
    expect(gone).toEqual([
      { word: "half", name: "half", claims: 3 },
      { word: "false", name: "false", claims: 1 },
    ]);
    expect(goneOf(use, use.scale.ratings)).toEqual([]);
    const choices = [{ scale: "ours", rating: "true", name: "true" }];
    expect(replacementsOf(gone, { half: 0, false: -1 }, choices)).toEqual({ half: { scale: "ours", rating: "true" } });
  });
});
