import { describe, expect, it } from "vitest";
import { firstAbove, lineAt, wrap } from "./wrap";

/** The lines of a text as words. */
function lines(text: string, measure: number, kept = false): string[] {
  const points = [...text];
  let start = 0;
  return wrap(text, measure, kept).ends.map((end) => {
    const line = points.slice(start, end).join("");
    start = end;
    return line;
  });
}

describe("breaking a text into lines", () => {
  it("breaks between words, and cuts a word that is longer than a line", () => {
    expect(lines("the talks were short", 10)).toEqual(["the talks ", "were short"]);
    expect(lines("abcdefghijkl mn", 5)).toEqual(["abcde", "fghij", "kl mn"]);
    expect(lines("", 10)).toEqual([""]);
  });

  it("breaks between any two wide letters, which take the room of two", () => {
    expect(lines("会议持续了十分钟", 6)).toEqual(["会议持", "续了十", "分钟"]);
  });

  it("keeps the text's own line ends only where they are shown", () => {
    expect(lines("one\ntwo", 10)).toEqual(["one\ntwo"]);
    expect(lines("one\ntwo", 10, true)).toEqual(["one\n", "two"]);
  });

  it("counts code points, loses none, and says how far each line is filled", () => {
    const text = "😀 one two 🇺🇦 three, four five six seven";
    expect(lines(text, 9).join("")).toBe(text);
    for (const width of wrap(text, 9).widths) expect(width).toBeGreaterThan(0);
    expect(wrap("one two", 10).widths).toEqual([0.7]);
  });

  it("finds the line of a place", () => {
    const found = wrap("the talks were short", 10);
    expect([0, 9, 10, 19, 25].map((point) => lineAt(found, point))).toEqual([0, 0, 1, 1, 1]);
    expect([0, 3, 4, 9].map((value) => firstAbove([1, 4, 4, 9], value))).toEqual([0, 1, 3, 4]);
  });
});
