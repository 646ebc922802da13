import { describe, expect, it } from "vitest";
import type { HistoryLine } from "../backend";
import { byDay, dayWords, told } from "./words";

describe("a line of the workspace's history", () => {
  it("is taken apart: whose claim, the words, the claims named in them", () => {
    expect(told("DG-10: changed the verdict from Conflicting evidence to Refuted")).toEqual({
      claim: { text: "DG-10", claim: 10 },
      many: null,
      pieces: [{ text: "changed the verdict from Conflicting evidence to Refuted", claim: null }],
    });
    expect(told("1,204 claims: dismissed it")).toMatchObject({ claim: null, many: "1,204 claims" });
    expect(told("merged DG-9 into DG-8").pieces).toEqual([
      { text: "merged ", claim: null },
      { text: "DG-9", claim: 9 },
      { text: " into ", claim: null },
      { text: "DG-8", claim: 8 },
    ]);
  });

  it("links no words that are somebody's own", () => {
    expect(told("imported “G7-20: a summit, COVID-19”").pieces).toEqual([
      { text: "imported “G7-20: a summit, COVID-19”", claim: null },
    ]);
  });

  it("stands under its day", () => {
    const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();
    const now = at(24, 9);
    expect([dayWords(at(24, 0), now), dayWords(at(23, 23), now), dayWords(at(2, 12), now)]).toEqual([
      "Today",
      "Yesterday",
      "2 Nov 2026",
    ]);
    const lines = [at(24, 8), at(24, 7), at(23, 9)].map((time, operation) => ({ time, operation }) as HistoryLine);
    expect(byDay(lines, now).map(({ day, lines }) => [day, lines.length])).toEqual([
      ["Today", 2],
      ["Yesterday", 1],
    ]);
  });
});
