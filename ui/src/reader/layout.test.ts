import { describe, expect, it } from "vitest";
import type { TextRun } from "../backend";
import { Layout, type Laid, type Setting } from "./layout";

const SETTING: Setting = { measure: 10, line: 20, below: 5, kept: false };
let next = 0;
const block = (words: string, continues = false): Laid => {
  const start = next;
  next += words.length + 2;
  const run: TextRun = { kind: "paragraph", start, end: start + words.length, lead: "", text: words };
  return { block: run, continues };
};

function made(): Layout {
  next = 0;
  const blocks = [block("the talks were short"), block("one", true), block("two"), block("the last of them")];
  return new Layout(blocks, () => SETTING);
}

describe("where blocks stand", () => {
  it("is guessed by their lines until they are measured", () => {
    const layout = made();
    expect([0, 1, 2, 3, 4].map((index) => layout.top(index))).toEqual([0, 45, 65, 90, 135]);
    expect(layout.measure(0, 60)).toBe(true);
    expect(layout.measure(0, 60)).toBe(false);
    expect([1, 2, 3].map((index) => layout.top(index))).toEqual([65, 85, 110]);
    expect(layout.height).toBe(155);
  });

  it("finds the block at a place on the screen and in the text", () => {
    const layout = made();
    expect([-10, 0, 44, 45, 64, 134, 999].map((y) => layout.indexAt(y))).toEqual([0, 0, 0, 1, 1, 3, 3]);
    expect([0, 19, 21, 22, 27, 32].map((point) => layout.indexOf(point))).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it("knows about where a place in a block is, and which line is at a height", () => {
    const layout = made();
    expect(layout.placeOf(3)).toBe(10);
    expect(layout.placeOf(12)).toBe(30);
    expect(layout.lineAt(30)).toEqual({ index: 0, line: 1.5 });
    expect(layout.lineAt(-5)).toEqual({ index: 0, line: 0 });
  });
});
