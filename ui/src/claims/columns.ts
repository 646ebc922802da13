/** The ledger's columns, by how much room there is. */
import type { SortKey } from "../backend";

export type ColumnId =
  | "check"
  | "status"
  | "claim"
  | "claimant-document"
  | "claimant"
  | "document"
  | "value"
  | "verdict-evidence"
  | "verdict"
  | "evidence"
  | "priority"
  | "checker"
  | "edited";

export interface Column {
  id: ColumnId;
  /** As a grid track. */
  width: string;
  /** Its head: words to sort by. Those that are hidden are still named for those who listen. */
  heads: readonly { words: string; sort: SortKey; hidden?: boolean }[];
}

const CLAIMANT = { words: "Claimant", sort: "claimant" } as const;
const VERDICT = { words: "Verdict", sort: "verdict" } as const;

/**
 * @param narrow a window of 1240 px or less leaves the value, the priority and the checker out
 * @param paired with the inspector open, claimant and document share a column, and verdict and evidence
 */
export function columns(narrow: boolean, paired: boolean): Column[] {
  const who: Column[] = paired
    ? [
        {
          id: "claimant-document",
          width: narrow ? "116px" : "118px",
          heads: [CLAIMANT, { words: "document", sort: "document" }],
        },
      ]
    : [
        { id: "claimant", width: "128px", heads: [CLAIMANT] },
        { id: "document", width: "118px", heads: [{ words: "Document", sort: "document" }] },
      ];
  const found: Column[] = paired
    ? [
        {
          id: "verdict-evidence",
          width: narrow ? "118px" : "122px",
          heads: [VERDICT, { words: "evidence", sort: "evidence" }],
        },
      ]
    : [
        { id: "verdict", width: "104px", heads: [VERDICT] },
        { id: "evidence", width: "100px", heads: [{ words: "Evidence", sort: "evidence" }] },
      ];
  const value: Column = { id: "value", width: "124px", heads: [{ words: "Value", sort: "value" }] };
  const people: Column[] = [
    { id: "priority", width: "14px", heads: [{ words: "Priority", sort: "priority", hidden: true }] },
    { id: "checker", width: "20px", heads: [{ words: "Checker", sort: "checker", hidden: true }] },
  ];
  return [
    { id: "check", width: "16px", heads: [] },
    { id: "status", width: "16px", heads: [{ words: "Status", sort: "status", hidden: true }] },
    { id: "claim", width: "minmax(0, 1fr)", heads: [{ words: "Claim", sort: "label" }] },
    ...who,
    ...(narrow ? [] : [value]),
    ...found,
    ...(narrow ? [] : people),
    { id: "edited", width: "42px", heads: [{ words: "Edited", sort: "edited" }] },
  ];
}

/** The keys of sorting as the foot says them. */
export const SORT_WORDS: Record<SortKey, string> = {
  edited: "last edit",
  ref: "reference",
  label: "claim",
  claimant: "claimant",
  document: "document",
  value: "value",
  verdict: "verdict",
  status: "status",
  kind: "kind",
  priority: "priority",
  score: "score",
  evidence: "evidence",
  checker: "checker",
};
