import { describe, expect, it } from "vitest";
import { personOf, signOf, timeOf } from "./history";

describe("a line of history", () => {
  it("has a sign for what was done", () => {
    expect(signOf({ kind: "set-status", words: "sent it to review" })).toEqual({ status: "in-review" });
    expect(signOf({ kind: "set-status", words: "set it to Open" })).toEqual({ status: "open" });
    expect(signOf({ kind: "set-verdict", words: "changed the verdict from Supported to Refuted" })).toEqual({
      verdict: "refuted",
    });
    expect(signOf({ kind: "set-verdict", words: "cleared the verdict" })).toEqual({ icon: "clock" });
    expect(signOf({ kind: "edit-claim", words: "wrote the rationale" })).toEqual({ icon: "square-pen" });
    expect(signOf({ kind: "edit-claim", words: "edited the statement" })).toEqual({ icon: "pencil" });
    expect(signOf({ kind: "import-document", words: "suggested it on import" })).toEqual({ status: "suggested" });
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
