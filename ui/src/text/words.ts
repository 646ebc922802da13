/**
 * The fixed words: how each status, verdict and so on is written, its short form where room is short, and the letters
 * that the styles know it by. The keys are the words of the model; never write a synonym elsewhere.
 */

export type Status = "suggested" | "open" | "in-progress" | "in-review" | "signed-off" | "dismissed";
export type Verdict = "supported" | "refuted" | "conflicting" | "not-enough-evidence" | "not-checkable";
export type Stance = "supports" | "refutes" | "context";
export type SourceKind = "web" | "pdf" | "interview" | "table" | "image" | "video" | "document";
export type Priority = "none" | "low" | "medium" | "high";
export type Kind =
  "quantity" | "date" | "event" | "state" | "comparison" | "cause" | "quote" | "prediction" | "opinion";
export type Mode = "own" | "quote" | "part" | "paraphrase";
export type CoverageState = "signed-off" | "in-work" | "not-checkable" | "not-looked-at";

/** A status: its name, what the button that sets it says, and its class in the styles. */
export const STATUSES: Record<Status, { name: string; verb: string; style: string }> = {
  suggested: { name: "Suggested", verb: "Suggested", style: "suggested" },
  open: { name: "Open", verb: "Open", style: "open" },
  "in-progress": { name: "In progress", verb: "In progress", style: "progress" },
  "in-review": { name: "In review", verb: "In review", style: "review" },
  "signed-off": { name: "Signed off", verb: "Sign off", style: "signed" },
  dismissed: { name: "Dismissed", verb: "Dismiss", style: "dismissed" },
};

/** A verdict: its name, the short form for narrow columns, and its class in the styles. */
export const VERDICTS: Record<Verdict, { name: string; short: string; style: string }> = {
  supported: { name: "Supported", short: "Supported", style: "sup" },
  refuted: { name: "Refuted", short: "Refuted", style: "ref" },
  conflicting: { name: "Conflicting evidence", short: "Conflicting", style: "con" },
  "not-enough-evidence": { name: "Not enough evidence", short: "Not enough", style: "nee" },
  "not-checkable": { name: "Not checkable", short: "Not checkable", style: "nc" },
};

/** What evidence says of a claim, and the class of its text. */
export const STANCES: Record<Stance, { name: string; style: string }> = {
  supports: { name: "Supports", style: "vt-sup" },
  refutes: { name: "Refutes", style: "vt-ref" },
  context: { name: "Context", style: "dim" },
};

/** A priority and how many of its three bars are dark. */
export const PRIORITIES: Record<Priority, { name: string; bars: 0 | 1 | 2 | 3 }> = {
  none: { name: "None", bars: 0 },
  low: { name: "Low", bars: 1 },
  medium: { name: "Medium", bars: 2 },
  high: { name: "High", bars: 3 },
};

export const KINDS: Record<Kind, string> = {
  quantity: "Quantity",
  date: "Date",
  event: "Event",
  state: "State",
  comparison: "Comparison",
  cause: "Cause",
  quote: "Quote",
  prediction: "Prediction",
  opinion: "Opinion",
};

export const MODES: Record<Mode, string> = {
  own: "Own voice",
  quote: "Quote",
  part: "Part quote",
  paraphrase: "Paraphrase",
};

/** How far a sentence has been looked at, and its class in the coverage bars. */
export const COVERAGE: Record<CoverageState, { name: string; style: string }> = {
  "signed-off": { name: "Signed off", style: "signed" },
  "in-work": { name: "In work", style: "open" },
  "not-checkable": { name: "Not checkable", style: "nc" },
  "not-looked-at": { name: "Not looked at", style: "new" },
};

/** The statuses and verdicts in their fixed order. */
export const STATUS_ORDER = Object.keys(STATUSES) as Status[];
export const VERDICT_ORDER = Object.keys(VERDICTS) as Verdict[];

/** Two letters for an avatar: first and last initial, `IM` for Ines Moreau. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** What sort of source it is. */
export const SOURCE_KINDS: Record<SourceKind, string> = {
  web: "Web page",
  pdf: "PDF",
  interview: "Interview",
  table: "Table",
  image: "Image",
  video: "Video",
  document: "Document",
};
