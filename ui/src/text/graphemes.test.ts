import { describe, expect, it } from "vitest";
import { clusterEnd, clusterStart, nextCluster, previousCluster, trimmed, wordsOf } from "./graphemes";

describe("clusters", () => {
  it("begin and end round what is seen as one character", () => {
    const text = "x👩‍👩‍👧y";
    expect([clusterStart(text, 4), clusterEnd(text, 4)]).toEqual([1, text.length - 1]);
    expect([clusterStart(text, 1), clusterEnd(text, 1)]).toEqual([1, 1]);
    expect([clusterStart(text, text.length), clusterEnd(text, text.length)]).toEqual([text.length, text.length]);
  });

  it("follow one another", () => {
    const text = "e\u0301🇺🇦z";
    expect([nextCluster(text, 0), nextCluster(text, 2), nextCluster(text, 6)]).toEqual([2, 6, 7]);
    expect(nextCluster(text, 7)).toBeNull();
    expect([previousCluster(text, 7), previousCluster(text, 6), previousCluster(text, 2)]).toEqual([6, 2, 0]);
    expect(previousCluster(text, 0)).toBeNull();
  });

  it("words are without what stands between them, and an ideograph's neighbours are found too", () => {
    expect(wordsOf("He’s “here”, 5.5 km").map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [6, 10],
      [13, 16],
      [17, 19],
    ]);
    expect(wordsOf("会談した").length).toBeGreaterThan(1);
  });

  it("ranges are trimmed by the white space of Unicode alone", () => {
    expect(trimmed(" \u0085a\ufeff ", 0, 5)).toEqual({ start: 2, end: 4 });
    expect(trimmed(" \u3000", 0, 2)).toBeNull();
  });
});
