import { describe, expect, it } from "vitest";
import type { DocumentView, Mark, Sentence, TextRun } from "../backend";
import { byClaim, LONGEST_PART, sentenceAt, setBlocks, shownMarks, wordsOf } from "./article";

const block = (start: number, end: number): TextRun => ({
  kind: "paragraph",
  start,
  end,
  lead: "",
  text: "x".repeat(end - start),
});
const mark = (key: number, start: number, end: number, status: Mark["status"] = "open"): Mark => ({
  key,
  id: String(key),
  label: "",
  status,
  verdict: null,
  start,
  end,
});
const sentence = (number: number, start: number, end: number): Sentence => ({
  number,
  start,
  end,
  block: "paragraph",
  score: 0,
  nothing_to_check: false,
  coverage: "not-looked-at",
});

const view = {
  blocks: [block(0, 10), block(12, 30), block(32, 40)],
  marks: [mark(1, 2, 5), mark(2, 8, 35), mark(1, 20, 25), mark(3, 33, 34, "signed-off")],
  sentences: [sentence(1, 0, 10), sentence(2, 12, 20), sentence(3, 20, 30), sentence(4, 32, 40)],
} as unknown as DocumentView;

describe("setting a document", () => {
  it("gives each block its marks, also those that come from the block before, and its sentences", () => {
    const set = setBlocks(view);
    expect(set.map((one) => one.marks.map((each) => each.key))).toEqual([
      [1, 2],
      [2, 1],
      [2, 3],
    ]);
    expect(set.map((one) => one.sentences.map((each) => each.number))).toEqual([[1], [2, 3], [4]]);
  });

  it("shows all marks, those to do or none, and always the claim in hand", () => {
    const keys = (shown: "all" | "to-do" | "none", hand: number | null): number[] =>
      shownMarks(view.marks, shown, hand).map((one) => one.key);
    expect(keys("all", null)).toEqual([1, 2, 1, 3]);
    expect(keys("to-do", null)).toEqual([1, 2, 1]);
    expect(keys("to-do", 3)).toEqual([1, 2, 1, 3]);
    expect(keys("none", 2)).toEqual([2]);
  });

  it("gathers the mentions of each claim, the claims by their first mention", () => {
    const gathered = [...byClaim(view.marks)].map(([key, marks]) => [key, marks.map((one) => one.start)]);
    expect(gathered).toEqual([
      [1, [2, 20]],
      [2, [8]],
      [3, [33]],
    ]);
  });

  it("knows the sentence of a place", () => {
    expect(sentenceAt(view.sentences, 21)?.number).toBe(3);
    expect(sentenceAt(view.sentences, 11)?.number).toBe(1);
  });

  it("draws a very long block in parts that end with a sentence, or with a word", () => {
    const text = `${"One more sentence. ".repeat(1000)}${"endless ".repeat(2000)}😀${"x".repeat(9000)}`;
    const long = { ...block(5, 5 + [...text].length), text };
    const starts = Array.from({ length: 1001 }, (_, index) => 5 + index * 19);
    const sentences = starts.map((start, index) => sentence(index + 1, start, starts[index + 1] ?? long.end));
    const set = setBlocks({ blocks: [long], marks: [], sentences } as unknown as DocumentView);
    expect(set.map((one) => one.block.text).join("")).toBe(text);
    for (const { block: part } of set) {
      expect(part.end - part.start).toBe([...part.text].length);
      expect(part.end - part.start).toBeLessThanOrEqual(LONGEST_PART);
    }
    expect(set.map((one) => one.continues)).toEqual(set.map((_, index) => index < set.length - 1));
    expect(set[0]?.block.text.endsWith("One more sentence. ")).toBe(true);
    expect(set[6]?.block.text.endsWith("endless ")).toBe(true);
    expect(set.flatMap((one) => one.sentences)).toHaveLength(1001);
    expect(wordsOf(set, 5 + 3990, 5 + 4010)).toBe(text.slice(3990, 4010));
  });
});
