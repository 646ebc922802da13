import { describe, expect, it } from "vitest";
import type { Mark, TextRun } from "../backend";
import { sliceCodePoints } from "../text/codePoints";
import { DEEPEST, FEWEST, LONGEST, lay, type Piece, piecesOf } from "./runs";

function block(text: string, start = 0): TextRun {
  return { kind: "paragraph", start, end: start + [...text].length, lead: "", text };
}

function mark(key: number, start: number, end: number): Mark {
  return { key, id: `id-${key}`, label: `Claim ${key}`, status: "open", verdict: null, start, end };
}

/** A piece as `text<outer,inner>`, a sign as `#key<…>`. */
function written(pieces: readonly Piece[]): string[] {
  return pieces.map((piece) => {
    const over = piece.over.length > 0 ? `<${piece.over.map((one) => one.key).join(",")}>` : "";
    return (piece.kind === "text" ? piece.text : `#${piece.mark.key}`) + over;
  });
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
}

describe("cutting a block where claims begin and end", () => {
  it("leaves text without claims in one piece", () => {
    expect(written(piecesOf(block("Nothing here."), []))).toEqual(["Nothing here."]);
  });

  it("puts the sign after the punctuation that closes the claim", () => {
    const text = "He said it was “irresponsible”. Then he left.";
    expect(written(piecesOf(block(text), [mark(1, 16, 29)]))).toEqual([
      "He said it was “",
      "irresponsible<1>",
      "”.",
      "#1",
      " Then he left.",
    ]);
  });

  it("takes an apostrophe within a word, and the point within a number, for no closing", () => {
    expect(written(piecesOf(block("Blinken’s words"), [mark(1, 0, 7)]))).toEqual(["Blinken<1>", "#1", "’s words"]);
    expect(written(piecesOf(block("about 10.5 km"), [mark(1, 6, 8)]))).toEqual(["about ", "10<1>", "#1", ".5 km"]);
  });

  it("nests a short claim in a long one, the long one outermost and its sign outside", () => {
    const text = "They met at the summit in Delhi, on Thursday.";
    const pieces = piecesOf(block(text), [mark(6, 0, 44), mark(7, 12, 31)]);
    expect(written(pieces)).toEqual([
      "They met at <6>",
      "the summit in Delhi<6,7>",
      ",<6>",
      "#7<6>",
      " on Thursday<6>",
      ".",
      "#6",
    ]);
  });

  it("keeps claims that cross each other in lanes of their own", () => {
    const laid = lay([mark(1, 0, 20), mark(2, 10, 22), mark(3, 15, 18), mark(4, 30, 40)]);
    const lanes = Object.fromEntries(laid.map((one) => [one.key, one.lane]));
    expect(lanes).toEqual({ 3: 0, 2: 1, 1: 2, 4: 0 });
  });

  it("counts code points, not UTF-16 units", () => {
    const text = "😀😀 said 🇺🇦 won 👍🏽.";
    const points = [...text];
    const start = points.indexOf("w");
    const pieces = piecesOf(block(text, 100), [mark(1, 100 + start, 100 + start + 3)]);
    expect(pieces.find((piece) => piece.kind === "text" && piece.over.length > 0)).toMatchObject({
      text: "won",
      start: 100 + start,
    });
    expect(textOf(pieces)).toBe(text);
  });

  it("shows the part of a claim that lies in the block, and its sign only in the last block", () => {
    const first = piecesOf(block("One two", 0), [mark(1, 4, 15)]);
    const second = piecesOf(block("three four", 9), [mark(1, 4, 15)]);
    expect(written(first)).toEqual(["One ", "two<1>"]);
    expect(written(second)).toEqual(["three <1>", "#1", "four"]);
  });

  it("never makes a piece longer than the longest allowed", () => {
    const text = "x😀".repeat(LONGEST * 2);
    const pieces = piecesOf(block(text), [mark(1, 10, 20)]);
    expect(textOf(pieces)).toBe(text);
    for (const piece of pieces) if (piece.kind === "text") expect([...piece.text].length).toBeLessThanOrEqual(LONGEST);
  });

  it("gives back the text whatever the marks are", () => {
    const text = "A “b” 😀c, d’e (f) 1.5… “g.” 𝒽!";
    const length = [...text].length;
    // A small generator, the same each time.
    let seed = 7;
    const next = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 300; round += 1) {
      const marks = Array.from({ length: next(6) }, (_, key) => {
        const start = next(length);
        return mark(key, start, start + 1 + next(length - start));
      });
      const pieces = piecesOf(
        block(text, 5),
        marks.map((one) => ({ ...one, start: one.start + 5, end: one.end + 5 })),
      );
      expect(textOf(pieces)).toBe(text);
      for (const piece of pieces) {
        if (piece.kind === "sign") continue;
        const start = piece.start - 5;
        expect(sliceCodePoints(text, start, start + [...piece.text].length)).toBe(piece.text);
        const covering = marks.filter((one) => one.start <= start && one.end >= start + [...piece.text].length);
        expect(piece.over.map((one) => one.key).sort()).toEqual(covering.map((one) => one.key).sort());
      }
      const signs = pieces.filter((piece) => piece.kind === "sign").map((piece) => piece.mark.key);
      expect(signs.sort()).toEqual(marks.map((one) => one.key).sort());
    }
  });

  it("gives each of forty claims over the same words a box and a lane of its own", () => {
    const text = "word ".repeat(40);
    const marks = Array.from({ length: 40 }, (_, key) => mark(key, key, 200 - key));
    const deepest = piecesOf(block(text), marks).find((piece) => piece.kind === "text" && piece.start === 39);
    expect(deepest?.over.map((one) => [one.key, one.lane])).toEqual(marks.map(({ key }) => [key, 39 - key]));
  });

  it("keeps few boxes where hundreds of claims overlap, and always that of the claim in hand", () => {
    const text = "word ".repeat(400);
    const marks = Array.from({ length: 500 }, (_, key) => mark(key, key, 2000 - key));
    const begun = performance.now();
    const pieces = piecesOf(block(text), marks, 0);
    expect(performance.now() - begun).toBeLessThan(500);
    expect(textOf(pieces)).toBe(text);
    for (const piece of pieces) expect(piece.over.length).toBeLessThanOrEqual(FEWEST + 1);
    expect(Math.max(...pieces.flatMap((piece) => piece.over.map((one) => one.lane)))).toBe(DEEPEST);
    const handed = pieces.filter((piece) => piece.kind === "text" && piece.over.some((one) => one.key === 0));
    expect(textOf(handed)).toBe(text);
    expect(pieces.filter((piece) => piece.kind === "sign")).toHaveLength(500);
  });

  it("lays thousands of claims that stand side by side at once", () => {
    const marks = Array.from({ length: 5000 }, (_, key) => mark(key, key * 10, key * 10 + 12));
    const begun = performance.now();
    const laid = lay(marks);
    expect(performance.now() - begun).toBeLessThan(500);
    expect(laid.slice(0, 4).map((one) => one.lane)).toEqual([0, 1, 0, 1]);
  });
});
