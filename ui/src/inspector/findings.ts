/** Where “was it said?” and “is it true?” were answered differently: in words, beside the decision pad. */
import type { Claim, Verdict } from "../backend";
import { VERDICTS } from "../text/words";

const SAID: Record<Verdict, string> = {
  supported: "Said",
  refuted: "Not said",
  conflicting: "Conflicting evidence that it was said",
  "not-enough-evidence": "Not enough evidence that it was said",
  "not-checkable": "Not checkable whether it was said",
};

/** “Said, but refuted”; nothing while one of the two is open or both are the same. */
export function differingFindings(claim: Pick<Claim, "said" | "verdict" | "rating_name">): string | null {
  const { said, verdict } = claim;
  if (said === null || verdict === null || said === verdict) return null;
  return `${SAID[said]}, but ${claim.rating_name ?? VERDICTS[verdict].name.toLowerCase()}`;
}
