/** What a sign-off needs, as the foot shows it; and the next step of the work. */
import type { Claim, Status } from "../backend";
import type { CommandId } from "../keys";

export interface Gate {
  name: string;
  met: boolean;
  /** Left out where room is short. */
  optional?: string;
  /** Not met yet, and nothing to be done about it now. */
  later?: boolean;
  why?: string;
}

type Facts = Pick<Claim, "status" | "verdict" | "rationale" | "evidence_items" | "has_primary" | "checker">;

/**
 * Verdict, rationale, and evidence: first that there is some, then that some of it is primary. Under the two-person
 * rule also that somebody else than the checker signs.
 *
 * @param second whether the two-person rule holds
 * @param own who is at work
 */
export function gates(claim: Facts, second = false, own: string | null = null): Gate[] {
  const needsEvidence = claim.verdict !== "not-checkable" && claim.verdict !== "not-enough-evidence";
  const items = claim.evidence_items;
  const lacking = needsEvidence && !items.some(({ finding }) => finding === "true");
  const evidence: Gate[] = lacking
    ? [{ name: "Evidence", met: false, ...(items.length > 0 && { why: "None bears on whether it is true." }) }]
    : items.length > 0
      ? [{ name: "Primary", optional: "source", met: claim.has_primary }]
      : [];
  return [
    { name: "Verdict", met: claim.verdict !== null },
    { name: "Rationale", met: claim.rationale.trim() !== "" },
    ...evidence,
    ...(second ? [secondPerson(claim, own)] : []),
  ];
}

function secondPerson({ status, checker }: Facts, own: string | null): Gate {
  const name = "Second person";
  if (status !== "in-review") return { name, met: false, later: true, why: "Another person signs off, in review." };
  if (checker === null) return { name, met: false, why: "The two-person rule wants to know who checked it." };
  if (checker === own) return { name, met: false, why: "You checked it, so another person signs it off." };
  return { name, met: true, why: `${checker} checked it.` };
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
