import { describe, expect, it } from "vitest";
import type { TextRun } from "../backend";
import { codePointLength, sliceCodePoints } from "../text/codePoints";
import { finding, type Found, inSlices, nearest, searching, within } from "./find";

/** Blocks of texts, parted as given, from a first code point on. */
function blocks(parts: readonly (readonly [lead: string, text: string])[], from = 0): TextRun[] {
  let at = from;
  return parts.map(([lead, text]) => {
    const start = at + codePointLength(lead);
    at = start + codePointLength(text);
    return { kind: "paragraph", start, end: at, lead, text };
  });
}

function whole<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

function find(runs: readonly TextRun[], words: string): Found {
  return whole(finding(whole(searching(runs)), words));
}

/** What is found in one block, as the text that it covers. */
function words(text: string, query: string): string[] {
  const { starts, ends } = find(blocks([["", text]]), query);
  return starts.map((start, at) => sliceCodePoints(text, start, ends[at] ?? 0));
}

describe("finding in the article", () => {
  it("counts code points, also after emoji, and from the first block's start", () => {
    const found = find(blocks([["  ", "😀😀 two 🇺🇦 two"]], 40), "two");
    expect(found).toEqual({ starts: [45, 52], ends: [48, 55] });
    expect(words("a😀b😀", "😀")).toEqual(["😀", "😀"]);
  });

  it("does not mind case, also where it changes the length", () => {
    expect(words("STRASSE, Straße, strasse", "straße")).toEqual(["STRASSE", "Straße", "strasse"]);
    expect(words("İstanbul ISTANBUL ıstanbul", "istanbul")).toEqual(["İstanbul", "ISTANBUL", "ıstanbul"]);
    expect(words("ΟΔΟΣ οδός", "οδοσ")).toEqual(["ΟΔΟΣ", "οδός"]);
    expect(words("the oﬃce ﬁle", "office")).toEqual(["oﬃce"]);
    expect(words("Straße", "s")).toEqual(["S", "ß"]);
  });

  it("does not mind diacritics, composed or not, and takes them along", () => {
    expect(words("café cafe\u0301 CAFE", "cafe")).toEqual(["café", "cafe\u0301", "CAFE"]);
    expect(words("Łódź, Ærø", "lodz")).toEqual(["Łódź"]);
    expect(words("Łódź, Ærø", "AERO")).toEqual(["Ærø"]);
    expect(words("cafe", "café")).toEqual(["cafe"]);
    expect(words("شَعْب شعب", "شعب")).toEqual(["شَعْب", "شعب"]);
  });

  it("never ends inside a letter", () => {
    expect(words("がか", "か")).toEqual(["か"]);
    expect(words("각가", "가")).toEqual(["가"]);
    expect(words("가각", "가")).toEqual(["가"]);
    expect(words("की क", "क")).toEqual(["क"]);
  });

  it("does not mind the style of quotation marks and dashes, nor invisible characters", () => {
    expect(words("“end this war” «end this war»", '"end this war"')).toEqual(["“end this war”", "«end this war»"]);
    expect(words("didn’t didn't", "didn‘t")).toEqual(["didn’t", "didn't"]);
    expect(words("10–20 and 10‑20", "10-20")).toEqual(["10–20", "10‑20"]);
    expect(words("co\u00adop\u200beration", "cooperation")).toEqual(["co\u00adop\u200beration"]);
  });

  it("goes over line ends, runs of white space and blocks", () => {
    const runs = blocks([
      ["\n", "one  two\nthree"],
      ["\n\n", " four"],
      ["", "five"],
    ]);
    const found = (query: string): [number | undefined, number | undefined] => {
      const { starts, ends } = find(runs, query);
      return [starts[0], ends[0]];
    };
    expect(found("one two three")).toEqual([1, 15]);
    expect(found(" three   four ")).toEqual([10, 22]);
    expect(found("fourfive")).toEqual([18, 26]);
    expect(words("one \u00a0\u3000two", "one two")).toEqual(["one \u00a0\u3000two"]);
  });

  it("finds nothing for nothing, and counts what overlaps once", () => {
    expect(words("anything", "")).toEqual([]);
    expect(words("anything", " \u200b ")).toEqual([]);
    expect(words("aaaa", "aa")).toEqual(["aa", "aa"]);
    expect(words(".*+?^${}()|[]\\", "${}")).toEqual(["${}"]);
  });

  it("begins at a place, and knows what touches a stretch", () => {
    const found = find(blocks([["", "to be or not to be"]]), "to");
    expect(found.starts).toEqual([0, 13]);
    expect([nearest(found, 0), nearest(found, 1), nearest(found, 14)]).toEqual([0, 1, 0]);
    expect(nearest(find([], "to"), 0)).toBe(-1);
    expect(within(found, 0, 18)).toEqual([0, 2]);
    expect(within(found, 1, 13)).toEqual([0, 1]);
    expect(within(found, 2, 13)).toEqual([1, 1]);
    expect(within(found, 14, 30)).toEqual([1, 2]);
  });

  it("searches 300,000 words without holding the window, and drops what is no longer asked", async () => {
    const paragraph = `${"The café’s budget rose by 12 per cent in 2020, “he” said. ".repeat(11)}ŻÓŁĆ`;
    const long = blocks(Array.from({ length: 2500 }, () => ["\n\n", paragraph] as const));
    const going = new AbortController();
    const ready = whole(searching(long));
    let most = 0;
    for (const query of ["e", "café's budget", "zolc", "nowhere to be found"]) {
      const work = finding(ready, query);
      for (let done = false; !done;) {
        const from = performance.now();
        done = work.next().done ?? false;
        most = Math.max(most, performance.now() - from);
      }
    }
    // Between two chances for others; measured far below a frame, and given room for a busy machine.
    expect(most).toBeLessThan(100);
    const found = await inSlices(finding(ready, "zolc"), going.signal);
    expect(found?.starts).toHaveLength(2500);
    const dropped = inSlices(searching(long), going.signal);
    going.abort();
    expect(await dropped).toBeNull();
  });
});
