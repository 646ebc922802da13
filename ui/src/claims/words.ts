/** How the ledger puts a claim's fields into words. */
import type { ClaimRow, FacetOption, Key, Scale, Verdict } from "../backend";
import { KINDS, PRIORITIES, STATUSES, VERDICTS } from "../text/words";
import { figure, plural } from "../text/plural";
import { languageName } from "./languages";

/** Whose voice the claim is in: the claimant, or in the document's own voice its publisher. */
export function voice(row: Pick<ClaimRow, "claimant" | "document_name">): string {
  return row.claimant ?? row.document_name ?? "";
}

type EvidenceCounts = Pick<ClaimRow, "evidence" | "origins" | "has_primary">;

/** `3`, `3, 1 origin` where several come from one, `2, no primary`, `No evidence`. */
export function evidenceWords(row: EvidenceCounts): string {
  if (row.evidence === 0) return "No evidence";
  if (row.origins < row.evidence) return `${figure(row.evidence)}, ${plural(row.origins, "origin")}`;
  return `${figure(row.evidence)}${row.has_primary ? "" : ", no primary"}`;
}

/** All of it, for the tooltip: `3 items, 1 origin, no primary source`. */
export function evidenceTitle(row: EvidenceCounts): string {
  if (row.evidence === 0) return "No evidence";
  const origins = row.origins < row.evidence ? `, ${plural(row.origins, "origin")}` : "";
  return `${plural(row.evidence, "item")}${origins}${row.has_primary ? "" : ", no primary source"}`;
}

type Findings = Pick<ClaimRow, "verdict" | "rating_name" | "said">;

/** The verdict as it was given: by the value of the scale, else by the short form of the five. */
export function verdictWords(row: Findings): string | null {
  return row.rating_name ?? (row.verdict && VERDICTS[row.verdict].short);
}

/** The whole of it, for the tooltip: `Half True (Conflicting evidence)`. */
export function verdictTitle(row: Findings): string {
  const name = row.verdict ? VERDICTS[row.verdict].name : "No verdict";
  const whole = row.rating_name && row.rating_name !== name ? `${row.rating_name} (${name})` : name;
  const differ = differingFindings(row);
  return differ ? `${whole}: ${differ}` : whole;
}

/** How a sentence goes on after “said, but”. */
const BUT: Record<Verdict, string> = {
  supported: "supported",
  refuted: "refuted",
  conflicting: "conflicting",
  "not-enough-evidence": "not proven",
  "not-checkable": "not checkable",
};

/** What stands under the verdict where “was it said?” and “is it true?” were answered differently. */
export function differingFindings(row: Pick<ClaimRow, "verdict" | "said">): string | null {
  if (!row.verdict || !row.said || row.verdict === row.said) return null;
  if (row.said === "supported") return `said, but ${BUT[row.verdict]}`;
  if (row.said === "refuted") return row.verdict === "supported" ? "true, but not said" : "not said";
  return `said: ${VERDICTS[row.said].short.toLowerCase()}`;
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

/** What `has:` and `no:` ask about, and what it is called. */
export const HAVES: Record<string, string> = {
  evidence: "Evidence",
  primary: "Primary source",
  rationale: "Rationale",
  verdict: "Verdict",
  value: "Value",
  note: "Note",
  "open-question": "Open question",
};

/** What `is:` asks about. */
export const BEINGS: Record<string, string> = {
  mine: "Mine",
  "changed-since-signoff": "Changed since sign-off",
  conflicting: "Evidence conflicts",
  lost: "A mention is lost",
};

/** Where `in:` has words looked for. */
export const PARTS: Record<string, string> = {
  label: "Label",
  statement: "Statement",
  quote: "Quoted words",
  rationale: "Rationale",
  notes: "Notes and questions",
  evidence: "Quotes of evidence",
  sources: "Sources",
};

/** What each key asks about: beside a key that is being typed, and on the sheet of the language. */
export const KEY_NAMES: Record<Key, string> = {
  status: "Status",
  verdict: "Verdict",
  rating: "Value of the scale",
  said: "Was it said",
  claimant: "Claimant",
  document: "Document",
  publisher: "Publisher",
  language: "Language",
  year: "Year published",
  published: "Date published",
  kind: "Kind",
  tag: "Tag",
  "value.date": "Date it states",
  priority: "Priority",
  score: "Check-worthiness",
  evidence: "Pieces of evidence",
  person: "Checker or reviewer",
  checker: "Checker",
  reviewer: "Reviewer",
  has: "What it has",
  no: "What it lacks",
  is: "How it is",
  in: "Where words stand",
};

const verdictNames = (none: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(VERDICTS).map(([word, { name }]) => [word, name])),
  none,
});

const NAMES: Partial<Record<Key, Record<string, string>>> = {
  status: Object.fromEntries(Object.entries(STATUSES).map(([word, { name }]) => [word, name])),
  verdict: verdictNames("No verdict"),
  said: verdictNames("No finding"),
  kind: KINDS,
  priority: Object.fromEntries(Object.entries(PRIORITIES).map(([word, { name }]) => [word, name])),
  checker: { me: "Mine", none: "Nobody" },
  reviewer: { me: "Mine", none: "Nobody" },
  person: { me: "Mine", none: "Nobody" },
  claimant: { none: "Nobody" },
  publisher: { none: "No publisher" },
  language: { none: "Unknown" },
  year: { none: "Undated" },
  has: HAVES,
  no: HAVES,
  is: BEINGS,
  in: PARTS,
};

/** What a facet's option is called; a value of the scale by its name there. */
export function optionWords(key: Key, option: Pick<FacetOption, "value" | "label">, scale?: Scale): string {
  if (key === "rating") return scale?.ratings.find(({ word }) => word === option.value)?.name ?? option.label;
  const names = NAMES[key];
  const name = names && Object.hasOwn(names, option.value) ? names[option.value] : undefined;
  return name ?? (key === "language" ? languageName(option.label) : option.label);
}

/** The number of a document, which stands before its title: several have one title. */
export function numberOf(key: Key, option: Pick<FacetOption, "value" | "label">): string | null {
  return key === "document" && option.label !== option.value ? option.value : null;
}

/** An option in one line, as it is read out and looked for. */
export function optionLine(key: Key, option: Pick<FacetOption, "value" | "label">, scale?: Scale): string {
  return [numberOf(key, option), optionWords(key, option, scale)].filter(Boolean).join(" ");
}
