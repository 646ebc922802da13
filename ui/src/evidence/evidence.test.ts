import { describe, expect, it } from "vitest";
import type { Evidence, Source } from "../backend";
import { blank, draftOf, isFilled, toSend } from "./draft";
import { countWords, quoted } from "./words";

const source: Source = {
  id: "s1",
  ref: "R1",
  kind: "web",
  title: "Treaty text",
  author: null,
  publisher: null,
  url: null,
  published: "2023-03",
  accessed: null,
  primary: true,
  origin: null,
  confidential: false,
  contact: null,
  notes: null,
  document: null,
  copies: [],
};
const evidence: Evidence = {
  id: "e1",
  number: 1,
  finding: "said",
  stance: "context",
  locator: "p. 2",
  quote: "Words",
  span: null,
  source,
};

describe("evidence", () => {
  it("is quoted once", () => {
    expect(quoted("no more war")).toBe("“no more war”");
    expect(quoted("“no more war”, he said")).toBe("“no more war”, he said");
  });

  it("is counted with its origins where some share one", () => {
    const count = (items: number, origins: number): string =>
      countWords({ evidence_items: Array.from({ length: items }, () => evidence), origins });
    expect([count(0, 0), count(3, 3), count(3, 1), count(3, 2)]).toEqual([
      "0",
      "3",
      "3 items, 1 origin",
      "3 items, 2 origins",
    ]);
  });

  it("comes back from its form as it went in, of the source it has", () => {
    expect(toSend(draftOf(evidence), "context")).toMatchObject({
      finding: "said",
      stance: "context",
      locator: "p. 2",
      quote: "Words",
      place: null,
      known_source: "s1",
    });
  });

  it("names no known source where a new one is filled in", () => {
    const draft = blank();
    draft.source.title = " The wire ";
    expect(toSend(draft, "supports")).toMatchObject({
      known_source: null,
      locator: null,
      source: { title: "The wire", kind: "web" },
    });
  });

  it("sends a place instead of the words that stand there", () => {
    const place = { document: 2, quote: "Words", span: { start: 3, end: 8 } };
    const sent = toSend({ ...blank(), quote: "Words", place }, "supports");
    expect([sent.quote, sent.place, sent.source.title]).toEqual([null, place, ""]);
  });

  it("is a draft once something is filled in; the day it was read does not count", () => {
    const draft = blank(new Date(2026, 10, 2));
    expect([draft.source.accessed, draft.stance, isFilled(draft)]).toEqual(["2026-11-02", "", false]);
    expect(isFilled({ ...draft, quote: "x" })).toBe(true);
    expect(isFilled({ ...draft, locator: "p. 1" })).toBe(true);
    expect(isFilled({ ...draft, known: source })).toBe(true);
    expect(isFilled({ ...draft, source: { ...draft.source, origin: "AFP" } })).toBe(true);
  });
});
