/** The words of a quote beside those of the article: which mention it is to be compared with, and how to say what differs. */
import type { Claim, Mention } from "../backend";
import { type Difference, type Part, sameWords, wordDifference, wordsOf } from "../text/wordDifference";

export interface Compared {
  mention: Mention;
  difference: Difference;
}

/** So many mentions are compared; a claim has a few. */
const MOST = 40;

/** The mention whose words are most like a quote, with how they differ; nothing for a claim without mentions. */
export function closest(mentions: readonly Mention[], quote: string): Compared | null {
  let best: Compared | null = null;
  for (const mention of mentions.slice(0, MOST)) {
    const difference = wordDifference(mention.exact, quote);
    if (!best || weight(difference) > weight(best.difference)) best = { mention, difference };
  }
  return best;
}

/** The mention that evidence can be held against: its words must be alike, less so where the article quotes. */
export function comparable({ mentions, mode }: Pick<Claim, "mentions" | "mode">, quote: string): Compared | null {
  const found = closest(mentions, quote);
  if (!found) return null;
  const { kept, alike } = found.difference;
  const least = mode === "quote" || mode === "part" ? 0.4 : 0.6;
  const whole = kept === Math.min(wordsOf(found.mention.exact).length, wordsOf(quote).length);
  return alike >= least && (kept > 1 || whole) && kept > 0 ? found : null;
}

function weight({ kept, alike }: Difference): number {
  return kept * alike;
}

/** The parts that differ. */
export function changesOf({ parts }: Difference): Part[] {
  return parts.filter((part) => part.kind === "change");
}

/** A part that differs, in words: `“lasting” in the article, “durable” in the source`. */
export function changeWords({ one, other }: Part): string {
  const [article, source] = [one.trim(), other.trim()];
  if (article === "") return `“${source}” only in the source`;
  if (source === "") return `“${article}” only in the article`;
  return `“${article}” in the article, “${source}” in the source`;
}

/** A part that differs, for the eye: `lasting / durable`; a dash stands for nothing. */
export function changeSign({ one, other }: Part): string {
  return `${one.trim() || "–"} / ${other.trim() || "–"}`;
}

/** What is to be said of quotes whose words are the same: `Same words; case and dashes differ`. */
export function sameWordsLine(difference: Difference): string {
  if (!sameWords(difference)) return "";
  const { marks, parts } = difference;
  const beyond = parts.some((part) => part.kind === "beyond");
  const as = beyond ? "Same words as far as both go" : "Same words";
  if (marks.length === 0) return as;
  const last = marks.at(-1) ?? "";
  const all = marks.length === 1 ? last : `${marks.slice(0, -1).join(", ")} and ${last}`;
  // Only of marks that are many is there a plural.
  const one = marks.length === 1 && (last === "case" || last === "punctuation");
  return `${as}; ${all} ${one ? "differs" : "differ"}`;
}
