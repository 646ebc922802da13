import { describe, expect, it } from "vitest";
import { gates, nextStep } from "./gates";
import { claim } from "./sample";

describe("the gates of a sign-off", () => {
  const shown = (changes: Parameters<typeof claim>[0]): string =>
    gates(claim(changes))
      .map(({ name, met }) => `${met ? "+" : "-"}${name}`)
      .join(" ");

  it("are the verdict, the rationale and the evidence, whose source should be primary", () => {
    expect(shown({})).toBe("+Verdict +Rationale -Primary");
    expect(shown({ verdict: null, rationale: " \n" })).toBe("-Verdict -Rationale -Primary");
    expect(shown({ evidence_items: [] })).toBe("+Verdict +Rationale -Evidence");
  });

  it("do not take evidence that it was said for evidence that it is true", () => {
    const said = claim({}).evidence_items.map((item) => ({ ...item, finding: "said" as const }));
    expect(shown({ evidence_items: said })).toBe("+Verdict +Rationale -Evidence");
    expect(shown({ evidence_items: said, verdict: "not-enough-evidence" })).toBe("+Verdict +Rationale -Primary");
  });

  it("ask for no evidence where the finding is that there is none to be had", () => {
    expect(shown({ evidence_items: [], verdict: "not-checkable" })).toBe("+Verdict +Rationale");
    expect(shown({ evidence_items: [], verdict: "not-enough-evidence" })).toBe("+Verdict +Rationale");
  });

  it("under the two-person rule want another person than the checker, in review", () => {
    const second = (changes: Parameters<typeof claim>[0], own: string): unknown[] => {
      const { met, later, why } = gates(claim(changes), true, own).at(-1) ?? {};
      return [met, later ?? false, why];
    };
    expect(gates(claim({}), true, null).map(({ name }) => name)).toContain("Second person");
    expect(second({ status: "in-progress" }, "Tomasz Wilk")).toEqual([
      false,
      true,
      "Another person signs off, in review.",
    ]);
    expect(second({ checker: null }, "Tomasz Wilk")[0]).toBe(false);
    expect(second({}, "Ines Moreau")).toEqual([false, false, "You checked it, so another person signs it off."]);
    expect(second({}, "Tomasz Wilk")).toEqual([true, false, "Ines Moreau checked it."]);
  });

  it("lie before the last step", () => {
    const steps = (["suggested", "open", "in-progress", "in-review"] as const).map((status) => nextStep(status).label);
    expect(steps).toEqual(["Accept", "Start", "Send to review", "Sign off"]);
  });
});
