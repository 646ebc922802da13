/** The ledger's columns, by how much room there is and what was hidden. */
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

/** What can be shown of a claim, or hidden; its words, and what it is sorted by. */
export const FIELDS = {
  status: "Status",
  claimant: "Claimant",
  document: "Document",
  value: "Value",
  verdict: "Verdict",
  evidence: "Evidence",
  priority: "Priority",
  checker: "Checker",
  edited: "Edited",
} as const satisfies Partial<Record<SortKey, string>>;

export type Field = keyof typeof FIELDS;

export interface Column {
  id: ColumnId;
  /** Width, px; nothing for the one that takes what the others leave. */
  width: number | null;
  /** Words stand in it, and it can be made narrower or wider. */
  resizable: boolean;
  /** Its head: words to sort by. Those that are hidden are still named for those who listen. */
  heads: readonly { words: string; sort: SortKey; hidden?: boolean }[];
  /** What it shows. */
  fields: readonly Field[];
}

/** What a narrow window has no room for. */
const WIDE_ONLY: ReadonlySet<Field> = new Set(["value", "priority", "checker"]);

/** The fields that can be shown in a window, in their order. */
export function fields(narrow: boolean): Field[] {
  return (Object.keys(FIELDS) as Field[]).filter((field) => !narrow || !WIDE_ONLY.has(field));
}

/**
 * @param narrow a window of 1240 px or less leaves the value, the priority and the checker out
 * @param paired with the inspector open, claimant and document share a column, and verdict and evidence
 * @param shows whether a field is shown at all
 */
export function columns(narrow: boolean, paired: boolean, shows: (field: Field) => boolean = () => true): Column[] {
  const shown = new Set(fields(narrow).filter(shows));

  function word(field: Field, width: number): Column[] {
    if (!shown.has(field)) return [];
    return [{ id: field, width, resizable: true, heads: [{ words: FIELDS[field], sort: field }], fields: [field] }];
  }

  function sign(field: Field, width: number): Column[] {
    if (!shown.has(field)) return [];
    const heads = [{ words: FIELDS[field], sort: field, hidden: true }];
    return [{ id: field, width, resizable: false, heads, fields: [field] }];
  }

  function two(one: Field, other: Field, id: ColumnId, width: number, alone: readonly [number, number]): Column[] {
    if (!paired || !shown.has(one) || !shown.has(other)) return [...word(one, alone[0]), ...word(other, alone[1])];
    const second = { words: FIELDS[other].toLowerCase(), sort: other };
    return [{ id, width, resizable: true, heads: [{ words: FIELDS[one], sort: one }, second], fields: [one, other] }];
  }

  return [
    { id: "check", width: 16, resizable: false, heads: [], fields: [] },
    ...sign("status", 16),
    { id: "claim", width: null, resizable: false, heads: [{ words: "Claim", sort: "label" }], fields: [] },
    ...two("claimant", "document", "claimant-document", narrow ? 116 : 118, [128, 118]),
    ...word("value", 124),
    ...two("verdict", "evidence", "verdict-evidence", narrow ? 118 : 122, [104, 100]),
    ...sign("priority", 14),
    ...sign("checker", 20),
    ...word("edited", 42),
  ];
}

/** The tracks of a grid of these columns: where there is too little room, columns of words give way before the claim. */
export function tracks(columns: readonly Column[]): string {
  const track = ({ width, resizable }: Column): string =>
    width === null ? "minmax(160px, 1fr)" : resizable ? `minmax(${Math.min(width, 40)}px, ${width}px)` : `${width}px`;
  return columns.map(track).join(" ");
}

/** The keys of sorting as the foot says them. */
export const SORT_WORDS: Record<SortKey, string> = {
  edited: "last edit",
  relevance: "relevance",
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
