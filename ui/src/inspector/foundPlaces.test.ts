import { describe, expect, it } from "vitest";
import type { Difference, FoundPlace } from "../backend";
import { differing, isTelling, marked, ordered, sameWords } from "./foundPlaces";

function place(changes: Partial<FoundPlace>): FoundPlace {
  return {
    document: 1,
    document_ref: "D1",
    title: "Text",
    sentence: 1,
    start: 100,
    end: 124,
    exact: "😀 less than 12 minutes x",
    prefix: "",
    suffix: "",
    likeness: 90,
    ours: "less than 10 minutes",
    differences: [],
    known: false,
    ...changes,
  };
}

const number: Difference = { sort: "number", ours: "10", theirs: "12", place: { start: 112, end: 114 } };
const capitals: Difference = { sort: "case", ours: "Less", theirs: "less", place: { start: 102, end: 106 } };

describe("a found place", () => {
  it("is cut where its words differ, and is whole put together", () => {
    const pieces = marked(place({ differences: [capitals, number] }));
    expect(pieces.filter((piece) => piece.differs).map((piece) => piece.text)).toEqual(["12"]);
    expect(pieces.map((piece) => piece.text).join("")).toBe("😀 less than 12 minutes x");
    // A “not” before it is not in it.
    const before: Difference = { sort: "polarity", ours: "", theirs: "not", place: { start: 90, end: 93 } };
    expect(marked(place({ differences: [before] }))).toHaveLength(1);
  });

  it("says what differs", () => {
    const lost: Difference = { sort: "word", ours: "lasting", theirs: "", place: null };
    const not: Difference = { sort: "polarity", ours: "", theirs: "not", place: null };
    expect(differing(place({ differences: [number, lost, not, capitals] }))).toEqual([
      "Number: “12” for “10”",
      "Word: without “lasting”",
      "Negation: with “not”",
      "Other capitals",
    ]);
    expect(differing(place({}))).toEqual([]);
  });

  it("is ticked at first only where its words are the same", () => {
    expect(sameWords(place({ differences: [capitals] }))).toBe(true);
    expect(sameWords(place({ differences: [number] }))).toBe(false);
    expect(sameWords(place({ known: true }))).toBe(false);
    expect([isTelling(place({ differences: [number] })), isTelling(place({ differences: [capitals] }))]).toEqual([
      true,
      false,
    ]);
  });

  it("comes in order: new ones, of the document that is read, the likest", () => {
    const known = place({ known: true, likeness: 100 });
    const here = place({ document: 3, likeness: 80 });
    const liker = place({ document: 3, likeness: 95 });
    const other = place({ document: 2, likeness: 100 });
    expect(ordered([known, other, here, liker], 3)).toEqual([liker, here, other, known]);
  });
});
