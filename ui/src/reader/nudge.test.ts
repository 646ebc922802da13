import { describe, expect, it } from "vitest";
import type { TextRun } from "../backend";
import { sliceCodePoints } from "../text/codePoints";
import { type Nudge, nudged } from "./nudge";

/** Blocks of a document that begins with two code points of white space. */
function blocksOf(...texts: string[]): TextRun[] {
  let at = 2;
  return texts.map((text, index) => {
    const start = at;
    const end = start + [...text].length;
    at = end + 2;
    return { kind: "paragraph", start, end, lead: index === 0 ? "  " : "\n\n", text };
  });
}

const TEXTS = ["He said “it was short”, 5.5 minutes 🇺🇦 long.", "It ended. e\u0301t\u00e9."];
const whole = `  ${TEXTS.join("\n\n")}`;

function after(exact: string, ...nudges: Nudge[]): (string | null)[] {
  const blocks = blocksOf(...TEXTS);
  const start = [...whole.slice(0, whole.indexOf(exact))].length;
  let span = { start, end: start + [...exact].length };
  return nudges.map((nudge) => {
    const moved = nudged(blocks, span, nudge);
    if (!moved) return null;
    expect(sliceCodePoints(whole, moved.start, moved.end)).toBe(moved.exact);
    span = moved;
    return moved.exact;
  });
}

const to = (end: Nudge["end"], by: Nudge["by"], direction: 1 | -1): Nudge => ({ end, by, to: direction });

describe("nudged", () => {
  it("moves the end word by word, on and back", () => {
    expect(
      after("was", to("end", "word", 1), to("end", "word", 1), to("end", "word", -1), to("end", "word", -1)),
    ).toEqual(["was short", "was short”, 5.5", "was short", "was"]);
  });

  it("moves the beginning word by word, on and back", () => {
    expect(after("was short", to("start", "word", -1), to("start", "word", -1), to("start", "word", 1))).toEqual([
      "it was short",
      "said “it was short",
      "it was short",
    ]);
  });

  it("moves either end by what is seen as a character, and over white space", () => {
    const on = to("end", "character", 1);
    expect(after("short", on, on, on, on)).toEqual(["short”", "short”,", "short”, 5", "short”, 5."]);
    expect(after("minutes", on, on, to("end", "character", -1))).toEqual(["minutes 🇺🇦", "minutes 🇺🇦 l", "minutes 🇺🇦"]);
    const back = to("start", "character", -1);
    expect(after("it", back, back, to("start", "character", 1))).toEqual(["“it", "d “it", "“it"]);
    expect(after("t\u00e9", back)).toEqual(["e\u0301t\u00e9"]);
  });

  it("goes over the end of a block", () => {
    expect(after("long.", to("end", "word", 1))).toEqual(["long.\n\nIt"]);
    expect(after("It ended", to("start", "character", -1))).toEqual([".\n\nIt ended"]);
  });

  it("leaves at least a word, and never leaves the text", () => {
    expect(after("short", to("start", "word", 1), to("end", "word", -1))).toEqual([null, null]);
    expect(after("h", to("end", "character", -1))).toEqual([null]);
    expect(after("He", to("start", "word", -1), to("start", "character", -1))).toEqual([null, null]);
    expect(after("t\u00e9.", to("end", "character", 1), to("end", "word", 1))).toEqual([null, null]);
  });
});
