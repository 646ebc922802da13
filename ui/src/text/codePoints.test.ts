import { describe, expect, it } from "vitest";
import { codePointLength, sliceCodePoints, toCodePoints, toUtf16 } from "./codePoints";

const samples = ["", "plain", "naïve “quotes”", "a😀b", "😀😀", "e\u0301", "a\ud83db", "👩‍👩‍👧 family", "\ud83d"];

describe("code points", () => {
  it("counts as iterating does", () => {
    for (const text of samples) expect(codePointLength(text)).toBe([...text].length);
  });

  it("converts to and fro at every code point", () => {
    for (const text of samples) {
      const points = [...text];
      for (let point = 0; point <= points.length; point += 1) {
        const unit = points.slice(0, point).join("").length;
        expect(toUtf16(text, point)).toBe(unit);
        expect(toCodePoints(text, unit)).toBe(point);
      }
    }
  });

  it("slices by code points", () => {
    for (const text of samples) {
      const points = [...text];
      for (let start = 0; start <= points.length; start += 1)
        for (let end = start; end <= points.length; end += 1)
          expect(sliceCodePoints(text, start, end)).toBe(points.slice(start, end).join(""));
    }
  });

  it("rounds an index inside a pair down, and clamps", () => {
    expect(toCodePoints("a😀b", 2)).toBe(1);
    expect(toCodePoints("a😀b", 99)).toBe(3);
    expect(toUtf16("a😀b", 99)).toBe(4);
    expect(toUtf16("a😀b", -1)).toBe(0);
    expect(sliceCodePoints("a😀b", 2, 1)).toBe("");
  });
});
