/** How evidence is put into words. */
import type { Claim, Finding } from "../backend";
import { plural } from "../text/plural";

/** What evidence is evidence for, where a claim has a claimant. */
export const FINDINGS: Record<Finding, string> = { true: "Is it true?", said: "Was it said?" };

/** A quote between quotation marks, unless it brought its own. */
export function quoted(words: string): string {
  return /^[“‘„«"']/u.test(words) ? words : `“${words}”`;
}

/** `3`, or where several are of one origin and so count once, `3 items, 1 origin`. */
export function countWords({ evidence_items: items, origins }: Pick<Claim, "evidence_items" | "origins">): string {
  if (origins >= items.length) return String(items.length);
  return `${plural(items.length, "item")}, ${plural(origins, "origin")}`;
}
