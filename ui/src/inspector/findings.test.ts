import { describe, expect, it } from "vitest";
import type { Verdict } from "../backend";
import { differingFindings } from "./findings";

describe("the two findings of a claim", () => {
  it("are told in words where they differ", () => {
    const of = (said: Verdict | null, verdict: Verdict | null, name: string | null = null): string | null =>
      differingFindings({ said, verdict, rating_name: name });
    expect(of("supported", "refuted")).toBe("Said, but refuted");
    expect(of("refuted", "supported")).toBe("Not said, but supported");
    expect(of("supported", "not-enough-evidence")).toBe("Said, but not enough evidence");
    expect(of("conflicting", "supported")).toBe("Conflicting evidence that it was said, but supported");
    expect(of("supported", "conflicting", "Half True")).toBe("Said, but Half True");
    expect([of("supported", "supported"), of(null, "refuted"), of("supported", null)]).toEqual([null, null, null]);
  });
});
