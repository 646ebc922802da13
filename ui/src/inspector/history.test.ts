import { describe, expect, it } from "vitest";
import type { HistoryLine } from "../backend";
import { noteOf, personOf, signOf, timeOf } from "./history";

describe("a line of history", () => {
  it("has a sign for what was done", () => {
    expect(signOf({ kind: "set-status", words: "sent it to review" })).toEqual({ status: "in-review" });
    expect(signOf({ kind: "set-status", words: "set it to Open" })).toEqual({ status: "open" });
    expect(signOf({ kind: "set-verdict", words: "changed the verdict from Supported to Refuted" })).toEqual({
      verdict: "refuted",
    });
    expect(
      signOf({ kind: "set-verdict", words: "set the verdict to Refuted and set “was it said?” to Supported" }),
    ).toEqual({ verdict: "refuted" });
    const ratings = [
      { word: "true", name: "True", role: "supported" as const },
      { word: "true-ish", name: "True-ish", role: "conflicting" as const },
    ].map((one) => ({ ...one, description: "", number: null, verdict: one.role }));
    expect(signOf({ kind: "set-verdict", words: "set the verdict to True-ish" }, ratings)).toEqual({
      verdict: "conflicting",
    });
    expect(signOf({ kind: "set-verdict", words: "cleared the verdict" })).toEqual({ icon: "clock" });
    expect(signOf({ kind: "edit-claim", words: "wrote the rationale" })).toEqual({ icon: "square-pen" });
    expect(signOf({ kind: "edit-claim", words: "edited the statement" })).toEqual({ icon: "pencil" });
    expect(signOf({ kind: "import-document", words: "suggested it on import" })).toEqual({ status: "suggested" });
  });

  it("is the person's own words where they wrote a note", () => {
    const line: HistoryLine = {
      operation: 3,
      kind: "add-note",
      actor: "Tomasz Wilk",
      time: 5000,
      words: "wrote a note",
      changes: [],
      undoes: null,
      undone_by: null,
    };
    const change = { claim: null, field: "Question", before: null, after: "Who says so?" };
    expect(noteOf({ ...line, changes: [change] }, [])).toBe("Who says so?");
    const note = {
      id: "n1",
      kind: "note" as const,
      author: "Tomasz Wilk",
      written: 5400,
      text: "Ask again.",
      answer: null,
    };
    expect(noteOf(line, [note])).toBe("Ask again.");
    expect(noteOf(line, [{ ...note, author: "Ada Okafor" }])).toBeNull();
    expect(noteOf({ ...line, kind: "edit-note", changes: [change] }, [note])).toBeNull();
  });

  it("names people as short as it can", () => {
    const people = ["Ines Moreau", "Tomasz Wilk", "Ada Okafor", "Ada Byron"];
    expect(people.map((person) => personOf(person, "Ines Moreau", people))).toEqual([
      "You",
      "Tomasz",
      "Ada Okafor",
      "Ada Byron",
    ]);
  });

  it("tells the time of day as long as that helps", () => {
    const now = Date.UTC(2026, 10, 22, 18, 0);
    expect(timeOf(Date.UTC(2026, 10, 22, 13, 38), now)).toBe("13:38");
    expect(timeOf(Date.UTC(2026, 10, 21, 16, 2), now)).toBe("Sat 16:02");
    expect(timeOf(Date.UTC(2026, 9, 3, 16, 2), now)).toBe("3 Oct");
  });
});
