import { describe, expect, it } from "vitest";
import type { Coverage, Mark, Sentence, TextRun } from "../backend";
import { Layout, type Laid } from "./layout";
import { bandsOf, barsOf, PITCH, signsOf, StripScale } from "./strip";

const STATES: Coverage[] = ["signed-off", "in-work", "not-looked-at", "not-checkable"];

/** Paragraphs of one sentence, each of so many lines of ten letters, the states in turn. */
function made(...lines: number[]): { layout: Layout; sentences: Sentence[] } {
  let at = 0;
  const blocks: Laid[] = [];
  const sentences: Sentence[] = [];
  for (const [index, count] of lines.entries()) {
    const text = "aaaaaaaaaa".repeat(count - 1) + "aaaaa";
    const run: TextRun = { kind: "paragraph", start: at, end: at + text.length, lead: "", text };
    blocks.push({ block: run, continues: false });
    const coverage = STATES[index % 4] ?? "in-work";
    const place = { number: index + 1, start: run.start, end: run.end };
    sentences.push({ ...place, block: "paragraph", score: 0, nothing_to_check: false, coverage });
    at += text.length + 2;
  }
  const layout = new Layout(blocks, () => ({ measure: 10, line: 20, below: 5, kept: false }));
  return { layout, sentences };
}

const mark = (start: number, verdict: Mark["verdict"]): Mark => ({
  key: start,
  id: "",
  label: "",
  status: "open",
  verdict,
  start,
  end: start + 3,
});

describe("the coverage strip", () => {
  it("has one bar a line, as wide as the line, and space between blocks", () => {
    const { layout, sentences } = made(2, 1);
    const scale = new StripScale(layout, 400);
    expect(barsOf(layout, sentences, scale)).toEqual([
      { top: 0, parts: [{ state: "signed-off", width: 1 }], first: 1, last: 1 },
      { top: 5, parts: [{ state: "signed-off", width: 0.5 }], first: 1, last: 1 },
      { top: 14, parts: [{ state: "in-work", width: 0.5 }], first: 2, last: 2 },
    ]);
    expect(scale.height).toBe(23);
  });

  it("parts a line that two sentences share", () => {
    const { layout, sentences } = made(2);
    const [one] = sentences;
    if (!one) throw new Error("no sentence");
    const two = { ...one, number: 2, start: 14, coverage: "in-work" as const };
    const [, last] = barsOf(layout, [one, two], new StripScale(layout, 400));
    expect(last?.parts.map(({ state }) => state)).toEqual(["signed-off", "in-work"]);
    expect(last?.parts[0]?.width).toBeCloseTo(0.4);
    expect(last?.parts[1]?.width).toBeCloseTo(0.1);
  });

  it("gives up space first, then lets a bar stand for several lines, each state by its share", () => {
    const tight = made(...new Array<number>(20).fill(1));
    expect(new StripScale(tight.layout, 120).height).toBe(120);
    const { layout, sentences } = made(...new Array<number>(1000).fill(1));
    const scale = new StripScale(layout, 500);
    const bars = barsOf(layout, sentences, scale);
    expect(scale.per).toBe(10);
    expect(bars).toHaveLength(100);
    expect(scale.height).toBe(100 * PITCH);
    for (const { parts } of bars) expect(parts.reduce((sum, part) => sum + part.width, 0)).toBeCloseTo(0.5);
    expect(bars[0]?.parts.map(({ state }) => state)).toEqual(STATES.with(2, "not-checkable").with(3, "not-looked-at"));
  });

  it("goes from lines to places and back", () => {
    for (const room of [4000, 300, 100]) {
      const { layout } = made(...new Array<number>(60).fill(3));
      const scale = new StripScale(layout, room);
      for (const index of [0, 1, 30, 59]) {
        const back = scale.lineAt(scale.placeOf(index, 1.5));
        expect(back.index).toBe(index);
        expect(back.line).toBeCloseTo(1.5);
      }
    }
  });

  it("lights the sentences of the claim in hand from their first line to their last", () => {
    const { layout, sentences } = made(2, 1, 3);
    const scale = new StripScale(layout, 400);
    const [, , third] = sentences;
    expect(bandsOf([mark(3, null), mark((third?.start ?? 0) + 12, null)], sentences, scale)).toEqual([
      { top: 0, height: 10 },
      { top: 23, height: 15 },
    ]);
  });

  it("signs what is refuted before what is conflicting, and never one sign over another", () => {
    const { layout, sentences } = made(...new Array<number>(30).fill(1));
    const scale = new StripScale(layout, 400);
    const starts = sentences.map(({ start }) => start);
    const signs = signsOf(
      [
        mark(starts[0] ?? 0, "conflicting"),
        mark(starts[0] ?? 0, "refuted"),
        mark(starts[5] ?? 0, "conflicting"),
        mark(starts[9] ?? 0, "supported"),
      ],
      sentences,
      scale,
    );
    expect(signs).toEqual([
      { top: 0, verdict: "refuted" },
      { top: 45, verdict: "conflicting" },
    ]);
  });
});
