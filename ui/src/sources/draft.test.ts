import { describe, expect, it } from "vitest";
import { blankSource, has, isFilled, isoDay, textOf, toSend } from "./draft";
import { sample } from "./sample";
import { byline, copiesWords, host, keyOfSource, saveWords } from "./words";

describe("a source that is filled in", () => {
  it("comes back as it went in", () => {
    const source = sample(3, { title: "Treaty text", url: "https://state.gov", published: "2023-03", primary: true });
    expect(toSend(textOf(source), source)).toEqual({
      kind: "web",
      title: "Treaty text",
      author: null,
      publisher: null,
      url: "https://state.gov",
      published: "2023-03",
      accessed: null,
      primary: true,
      origin: null,
      confidential: false,
      contact: null,
      notes: null,
    });
  });

  it("is confidential if it is an interview, unless that is taken back", () => {
    const interview = { ...blankSource(), kind: "interview" as const, title: "A clerk", contact: " 0171 " };
    expect(toSend(interview, null)).toMatchObject({ confidential: true, contact: "0171", accessed: null });
    expect(toSend({ ...interview, confidential: false }, null).confidential).toBe(false);
    expect(toSend({ ...interview, kind: "web" }, null)).toMatchObject({ confidential: false, contact: null });
  });

  it("loses nothing unseen when its kind changes", () => {
    const before = sample(1, { kind: "web", url: "https://state.gov" });
    const text = { ...textOf(before), kind: "interview" as const };
    expect([has(text, "url", before), has(text, "publisher", before), has(text, "notes", before)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(toSend(text, before).url).toBe("https://state.gov");
  });

  it("is begun once something is filled in; the day it was read does not count", () => {
    const text = blankSource(new Date(2026, 10, 2));
    expect([text.accessed, isFilled(text)]).toEqual(["2026-11-02", false]);
    expect(isFilled({ ...text, origin: "AFP" })).toBe(true);
    expect(isFilled({ ...text, kind: "pdf" })).toBe(true);
    expect(isFilled({ ...text, confidential: true })).toBe(true);
    expect(isoDay(new Date(2023, 2, 2))).toBe("2023-03-02");
  });
});

describe("a source in words", () => {
  it("is named by its publisher, else by its site, else by who said it", () => {
    const source = sample(1, { url: "https://www.state.gov:443/treaty?x=1", published: "2023-03", author: "A clerk" });
    expect(byline(source)).toBe("state.gov, Mar 2023");
    expect(byline({ ...source, publisher: "State Department", published: null })).toBe("State Department");
    expect(byline({ ...source, url: null })).toBe("A clerk, Mar 2023");
    expect(byline(sample(1))).toBe("");
    expect([host("ftp://x.org"), host("http://user@nbcnews.com"), host(null)]).toEqual([null, "nbcnews.com", null]);
  });

  it("says what saving reopens and what is stored", () => {
    expect([0, 1, 2].map(saveWords)).toEqual(["Save source", "Save and reopen 1 claim", "Save and reopen 2 claims"]);
    expect(copiesWords({ copies: [] })).toBe("");
    expect(keyOfSource("R31")).toBe(31);
  });
});
