import { describe, expect, it } from "vitest";
import type { ImportReport } from "../backend";
import { arrivalWords } from "./arrivals";

function report(...documents: [string, number][]): ImportReport {
  const rows = documents.map(([title, claims], index) => ({
    key: index + 1,
    title,
    sentences: 20,
    claims,
    encoding: "UTF-8",
    limits: null,
  }));
  return { documents: rows, failures: [], operation: 3 };
}

describe("arrivalWords", () => {
  it("names one article and counts several", () => {
    expect(arrivalWords(report(["Blinken–Lavrov", 21]))).toBe("Imported “Blinken–Lavrov”, 21 claims suggested");
    expect(arrivalWords(report(["A", 1]))).toBe("Imported “A”, 1 claim suggested");
    expect(arrivalWords(report(["A", 1200], ["B", 34]))).toBe("Imported 2 articles, 1,234 claims suggested");
  });

  it("says when nothing was found", () => {
    expect(arrivalWords(report(["A recipe", 0]))).toBe("Imported “A recipe”, no claims found");
  });

  it("cuts a long title", () => {
    const words = arrivalWords(report(["word ".repeat(40), 2]));
    expect(words.length).toBeLessThan(100);
    expect(words).toContain("word…”, 2 claims suggested");
  });
});
