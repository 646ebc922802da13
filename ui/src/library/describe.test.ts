import { describe, expect, it } from "vitest";
import type { DocumentSummary, Error as Refusal, ImportReport, Metadata } from "../backend";
import { byline, coverageOf, keyOf, languageName, publishedWords, rowWords, steps, troubles } from "./describe";

const metadata: Metadata = {
  title: "Blinken–Lavrov",
  authors: [],
  publisher: "BBC News",
  url: null,
  published: "2023-03-02T13:01Z",
  accessed: null,
  language: "en",
};
const summary: DocumentSummary = {
  id: "one",
  ref: "D12",
  metadata,
  revision: "r",
  characters: 2505,
  sentences: 20,
  coverage: { signed_off: 5, in_work: 10, not_checkable: 2, not_looked_at: 3 },
  claims: 25,
  to_do: 15,
  added: Date.UTC(2026, 10, 21, 12),
  sha256: "35924790ad",
};
const refusal = (message: string, ...hints: string[]): Refusal => ({
  code: "cannot-import",
  message,
  hints,
  field: null,
});

describe("words for a document", () => {
  it("names publisher and date, as far as they are known", () => {
    expect(byline(metadata)).toBe("BBC News, 2 Mar 2023");
    expect(byline({ ...metadata, publisher: null, published: "2023" })).toBe("2023");
    expect(byline({ ...metadata, publisher: null, published: null })).toBe("");
  });

  it("writes the time of publication only where it is known", () => {
    expect(publishedWords("2023-03-02T13:01Z")).toBe("2 March 2023, 13:01 GMT");
    expect(publishedWords("2023-03-02T13:01+05:30")).toBe("2 March 2023, 13:01 UTC+05:30");
    expect(publishedWords("2023-03-02T13:01-05:00")).toBe("2 March 2023, 13:01 UTC−05:00");
    expect(publishedWords("2023-03-02T13:01")).toBe("2 March 2023, 13:01");
    expect(publishedWords("2023-03")).toBe("March 2023");
  });

  it("says everything a row shows", () => {
    expect(rowWords(summary)).toBe(
      "Blinken–Lavrov, BBC News, 2 Mar 2023, 5 of 20 sentences signed off, 25 claims, 15 to do, added 21 Nov 2026",
    );
    expect(keyOf(summary)).toBe(12);
    expect(Object.values(coverageOf(summary))).toEqual([5, 10, 2, 3]);
  });

  it("names languages, and leaves alone what is none", () => {
    expect(languageName("en")).toBe("English");
    expect(languageName("not a language")).toBe("not a language");
  });
});

describe("words for an import", () => {
  const report = (documents: number, ...failures: Refusal[]): ImportReport => ({
    documents: Array.from({ length: documents }, (_, key) => ({
      key,
      limits: null,
      title: "",
      sentences: 0,
      claims: 0,
      encoding: "",
    })),
    failures: failures.map((error) => ({ name: "a", error })),
    operation: null,
  });

  it("gives the cause, that nothing came in, and what to do", () => {
    expect(
      troubles({ kind: "failed", error: refusal("“a.pdf” is a PDF document, not plain text.", "Paste its text.") }),
    ).toEqual([
      { what: "“a.pdf” is a PDF document, not plain text. Nothing was imported.", hints: ["Paste its text."] },
    ]);
  });

  it("does not say that nothing came in where something did", () => {
    const some = troubles({ kind: "done", report: report(2, refusal("“b.txt” has no text.")) });
    expect(some).toEqual([{ what: "“b.txt” has no text.", hints: [] }]);
    const none = troubles({ kind: "done", report: report(0, refusal("A."), refusal("B.")) });
    expect(none.map((one) => one.what)).toEqual(["A. Nothing was imported.", "B. Nothing was imported."]);
    expect(troubles({ kind: "running" })).toEqual([]);
  });

  it("shows how far it has come", () => {
    expect(steps("Finding claims").map(({ name, state }) => `${state} ${name}`)).toEqual([
      "done Text taken",
      "on Finding claims",
      "to-do Saving",
    ]);
    expect(steps("Reading").map((one) => one.state)).toEqual(["on", "to-do", "to-do"]);
  });
});
