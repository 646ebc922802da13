/** Which of the lower parts the ledger's inspector shows; the same for each claim until it is changed. */
export type Tab = "rationale" | "notes" | "history";

class Shown {
  tab = $state<Tab>("rationale");
}

export const shown = new Shown();
