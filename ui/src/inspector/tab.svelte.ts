/** What of the inspector is shown; the same for each claim until it is changed. */
export type Tab = "rationale" | "notes" | "history";

class Shown {
  /** Which of the lower parts, beside the ledger. */
  tab = $state<Tab>("rationale");
  /** The steps of the checklist, not only how many are done. */
  checklist = $state(false);
}

export const shown = new Shown();
