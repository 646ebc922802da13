/** What a sign-off needs, as the foot shows it; and the next step of the work. */
import type { Claim, Status } from "../backend";
import type { CommandId } from "../keys";

export interface Gate {
  name: string;
  met: boolean;
  /** Left out where room is short. */
  optional?: string;
}

type Facts = Pick<Claim, "verdict" | "rationale" | "evidence" | "has_primary"> &
  Partial<Pick<Claim, "status" | "checker">>;

/** Verdict, rationale, and evidence: first that there is some, then that some of it is primary. */
export function gates(claim: Facts, twoPersons = false): Gate[] {
  // Under the two-person rule somebody else than the checker reads it, so it has to be known who that is.
  const second: Gate[] = twoPersons
    ? [{ name: "Review", met: claim.status === "in-review" && (claim.checker ?? null) !== null }]
    : [];
  const needsEvidence = claim.verdict !== "not-checkable" && claim.verdict !== "not-enough-evidence";
  const evidence: Gate[] =
    claim.evidence > 0
      ? [{ name: "Primary", optional: "source", met: claim.has_primary }]
      : needsEvidence
        ? [{ name: "Evidence", met: false }]
        : [];
  return [
    { name: "Verdict", met: claim.verdict !== null },
    { name: "Rationale", met: claim.rationale.trim() !== "" },
    ...evidence,
    ...second,
  ];
}

export interface Step {
  label: string;
  to: Status;
  /** The command whose key does the same. */
  command: CommandId;
}

const STEPS: Record<Status, Step> = {
  suggested: { label: "Accept", to: "open", command: "status.open" },
  open: { label: "Start", to: "in-progress", command: "status.in-progress" },
  "in-progress": { label: "Send to review", to: "in-review", command: "status.in-review" },
  "in-review": { label: "Sign off", to: "signed-off", command: "status.signed-off" },
  "signed-off": { label: "Reopen", to: "in-review", command: "status.in-review" },
  dismissed: { label: "Reopen", to: "open", command: "status.open" },
};

/** What comes next for a claim of this status. */
export function nextStep(status: Status): Step {
  return STEPS[status];
}
