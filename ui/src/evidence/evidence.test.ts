import { describe, expect, it } from "vitest";
import type { Source } from "../backend";
import { blank, draftOf, isFilled, isoDay, toSend } from "./draft";
import { host, origin, quoted } from "./words";

const source = {
  id: "s1",
  ref: "R1",
  kind: "web",
  title: "Treaty text",
  author: null,
  publisher: null,
  url: "https://www.state.gov:443/treaty?x=1",
  published: "2023-03",
  accessed: null,
  primary: true,
  origin: null,
  confidential: false,
  contact: null,
  notes: null,
  document: null,
  copies: [],
} satisfies Source;

describe("evidence", () => {
  it("is named by its publisher, else by its site", () => {
    expect(origin(source)).toBe("state.gov, Mar 2023");
    expect(origin({ ...source, publisher: "State Department", published: null })).toBe("State Department");
    expect(origin({ ...source, url: null, published: null })).toBe("");
    expect([host("ftp://x.org"), host("http://user@nbcnews.com"), host(null)]).toEqual([null, "nbcnews.com", null]);
  });

  it("is quoted once", () => {
    expect(quoted("no more war")).toBe("“no more war”");
    expect(quoted("“no more war”, he said")).toBe("“no more war”, he said");
  });

  it("comes back from its form as it went in", () => {
    const evidence = {
      id: "e1",
      number: 1,
      finding: "said",
      stance: "context",
      locator: "p. 2",
      quote: "Words",
      span: null,
      source,
    } as const;
    const sent = toSend(draftOf(evidence), "context");
    expect(sent).toEqual({
      finding: "said",
      stance: "context",
      locator: "p. 2",
      quote: "Words",
      place: null,
      known_source: "s1",
      source: {
        kind: "web",
        title: "Treaty text",
        author: null,
        publisher: null,
        url: source.url,
        published: "2023-03",
        accessed: null,
        primary: true,
        origin: null,
        confidential: false,
        contact: null,
        notes: null,
      },
    });
  });

  it("is confidential if it is an interview, unless that is taken back", () => {
    const interview = { ...blank(), kind: "interview", title: "A clerk", contact: "0171" } as const;
    expect(toSend(interview, "supports").source).toMatchObject({ confidential: true, contact: "0171" });
    expect(toSend({ ...interview, confidential: false }, "supports").source.confidential).toBe(false);
    expect(toSend({ ...interview, kind: "web" }, "supports").source).toMatchObject({
      confidential: false,
      contact: null,
    });
  });

  it("sends a place instead of the words that stand there", () => {
    const place = { document: 2, quote: "Words", span: { start: 3, end: 8 } };
    const sent = toSend({ ...blank(), title: "  ", quote: "Words", place }, "supports");
    expect([sent.quote, sent.place, sent.source.title]).toEqual([null, place, ""]);
  });

  it("is a draft once something is filled in; the day it was read does not count", () => {
    const draft = blank(new Date(2026, 10, 2));
    expect([draft.accessed, draft.stance, isFilled(draft)]).toEqual(["2026-11-02", "", false]);
    expect(isFilled({ ...draft, quote: "x" })).toBe(true);
    expect(isoDay(new Date(2023, 2, 2))).toBe("2023-03-02");
  });
});
