import { describe, expect, it } from "vitest";
import type { DocumentChecking, DocumentView, Mark, Sentence } from "../backend";
import { setBlocks } from "./article";
import { checked } from "./checking";

const mark = (key: number, start: number, more: Partial<Mark> = {}): Mark => {
  return { key, id: `c${key}`, label: "", status: "open", verdict: null, start, end: start + 4, ...more };
};
const sentence = (number: number, more: Partial<Sentence> = {}): Sentence => ({
  number,
  start: (number - 1) * 10,
  end: number * 10 - 1,
  block: "paragraph",
  score: 0,
  nothing_to_check: false,
  coverage: "not-looked-at",
  ...more,
});
const view = {
  summary: { revision: "r", claims: 3 },
  blocks: [0, 10, 20].map((start) => ({ kind: "paragraph", start, end: start + 9, lead: "", text: "x".repeat(9) })),
  sentences: [sentence(1, { coverage: "in-work" }), sentence(2, { coverage: "in-work" }), sentence(3)],
  marks: [mark(1, 0), mark(2, 10), mark(3, 20)],
} as unknown as DocumentView;

const now = (more: Partial<DocumentChecking>): DocumentChecking =>
  ({ summary: view.summary, sentences: [], marks: [], ...more }) as DocumentChecking;
const in_work = (number: number): DocumentChecking["sentences"][number] => {
  return { number, coverage: "in-work", nothing_to_check: false };
};

describe("how the checking of a document stands now", () => {
  it("takes the state of each sentence, and of one that is left out that nobody looked at it", () => {
    const sentences = [in_work(1), { number: 3, coverage: "not-checkable", nothing_to_check: true } as const];
    const after = checked(view, now({ sentences, marks: view.marks as Mark[] }), null);
    expect(after.sentences.map(({ coverage, nothing_to_check }) => [coverage, nothing_to_check])).toEqual([
      ["in-work", false],
      ["not-looked-at", false],
      ["not-checkable", true],
    ]);
  });

  it("takes the marks of the claims asked for, and those that are gone, in the order of the text", () => {
    const marks = [mark(2, 5), mark(2, 25)];
    const after = checked(view, now({ marks }), new Set([2, 3]));
    expect(after.marks.map(({ key, start }) => [key, start])).toEqual([
      [1, 0],
      [2, 5],
      [2, 25],
    ]);
    expect(checked(view, now({ marks }), null).marks).toEqual(marks);
  });

  it("leaves all blocks as they are in which nothing changed", () => {
    const before = setBlocks(view);
    const marks = [mark(2, 10, { verdict: "refuted" })];
    const after = checked(view, now({ sentences: [in_work(1), in_work(2)], marks }), new Set([2]));
    const set = setBlocks(after, before);
    expect(set.map((block, index) => block === before[index])).toEqual([true, false, true]);
    expect(set[1]?.marks).toEqual(marks);
  });
});
