/** How the ledger puts a claim's fields into words. */
import type { ClaimRow, FacetOption, Key } from "../backend";
import { KINDS, STATUSES, VERDICTS } from "../text/words";
import { figure } from "../text/plural";

/** Whose voice the claim is in: the claimant, or in the document's own voice its publisher. */
export function voice(row: Pick<ClaimRow, "claimant" | "document_name">): string {
  return row.claimant ?? row.document_name ?? "";
}

/** `3`, `2, no primary`, `No evidence`. */
export function evidenceWords(row: Pick<ClaimRow, "evidence" | "has_primary">): string {
  if (row.evidence === 0) return "No evidence";
  return `${figure(row.evidence)}${row.has_primary ? "" : ", no primary"}`;
}

type Values = Pick<ClaimRow, "value" | "value_normal" | "found">;

/** What stands beneath the author's words: what was found where it differs, else the normal form where it does. */
export function secondValue(row: Values): string | null {
  const differs = (other: string | null): other is string => other !== null && other !== "" && other !== row.value;
  if (differs(row.found) && row.found !== row.value_normal) return row.found;
  return differs(row.value_normal) ? row.value_normal : null;
}

/** All of it, for the tooltip. */
export function valueTitle(row: Values): string {
  const stated = row.value === null ? [] : [`Stated: ${row.value}`];
  const normal =
    row.value_normal === null || row.value_normal === row.value ? [] : [`Normal form: ${row.value_normal}`];
  const found = row.found ? [`Found: ${row.found}`] : [];
  return [...stated, ...normal, ...found].join("\n");
}

/** What a facet's option is called. */
export function optionWords(key: Key, option: Pick<FacetOption, "value" | "label">): string {
  if (key === "verdict" && option.value === "none") return "No verdict";
  const names: Partial<Record<Key, Record<string, string>>> = {
    status: Object.fromEntries(Object.entries(STATUSES).map(([word, { name }]) => [word, name])),
    verdict: Object.fromEntries(Object.entries(VERDICTS).map(([word, { name }]) => [word, name])),
    kind: KINDS,
  };
  return names[key]?.[option.value] ?? option.label;
}
