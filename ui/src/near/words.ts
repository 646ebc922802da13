/** What two claims have in common, in what they differ and what was found of the other one, in words short enough for a line. */
import type { Aspect, Claim, EarlierVerdict, NearClaim, RelationKind, Trait } from "../backend";
import type { CommandId } from "../keys";
import { dayOf } from "../text/dates";
import { VERDICTS } from "../text/words";

/** The most words of names, or of other words, that a line gives of both claims together. */
const MOST_WORDS = 6;

/** Between two traits; a line breaks after it. */
const BETWEEN = "\u00a0· ";

/** What makes another claim of it comes first; words come last. */
const DIFFERS_BY: readonly Aspect[] = ["value", "date", "polarity", "claimant", "name", "words"];
const AGREES_BY: readonly Aspect[] = ["name", "claimant", "date", "value", "polarity", "words"];

/** The statements that the traits of two claims are taken from. */
export interface Statements {
  ours: string;
  theirs: string;
}

/** “Lavrov, Blinken · 2 March 2023”; empty where they have nothing in common. `whole` leaves no word out. */
export function agreesWords({ agrees }: Pick<NearClaim, "agrees">, texts: Statements, whole = false): string {
  return inOrder(agrees, AGREES_BY)
    .map(({ aspect, ours, theirs }) => {
      if (isOfWords(aspect))
        return cut(runs(ours || theirs, ours ? texts.ours : texts.theirs), whole ? Infinity : MOST_WORDS);
      const both = sameWords(ours, theirs) ? ours : `${ours} (${theirs})`;
      return aspect === "claimant" ? `said by ${both}` : both;
    })
    .join(BETWEEN);
}

/** “7 minutes ↔ 10 minutes · Delhi only here”; empty where they do not differ. `whole` leaves no word out. */
export function differsWords({ differs }: Pick<NearClaim, "differs">, texts: Statements, whole = false): string {
  return inOrder(withoutOpposites(differs), DIFFERS_BY)
    .map(({ aspect, ours, theirs }) => {
      const most = whole ? Infinity : ours && theirs ? MOST_WORDS / 2 : MOST_WORDS;
      const side = (words: string, text: string): string => {
        if (isOfWords(aspect)) return cut(runs(words, text), most);
        return aspect === "polarity" && words ? `“${words}”` : words;
      };
      const [here, there] = [side(ours, texts.ours), side(theirs, texts.theirs)];
      if (!there) return `${here} only here`;
      if (!here) return `${there} only there`;
      return `${aspect === "claimant" ? "said by " : ""}${here} ↔ ${there}`;
    })
    .join(BETWEEN);
}

/** “Refuted, signed off by Ada Okafor, 2 Mar 2023”; what is not signed off says so. */
export function earlierWords({ verdict, rating_name, at, signed_off_by }: EarlierVerdict): string {
  const name = rating_name ?? VERDICTS[verdict].name;
  const day = dayOf(at);
  return signed_off_by === null
    ? `${name}, not signed off, edited ${day}`
    : `${name}, signed off by ${signed_off_by}, ${day}`;
}

/** What can be done with a claim and one near to it. */
export type Deed = "merge" | Extract<RelationKind, "same-as" | "contradicts" | "different-from">;

/** The commands that decide on a pair: of the row with the focus, else they go to the first row. */
export const NEAR_COMMANDS = [
  "near.merge",
  "near.same-as",
  "near.contradicts",
  "near.different-from",
] as const satisfies readonly CommandId[];

/** The deeds for a pair, the likeliest first. */
export function deedsFor({ contradicts }: Pick<NearClaim, "contradicts">): readonly Deed[] {
  return contradicts
    ? ["contradicts", "same-as", "merge", "different-from"]
    : ["merge", "same-as", "contradicts", "different-from"];
}

/** Why a claim cannot be merged into another one; nothing where it can. */
export function noMerge({ ref, status }: Pick<Claim, "ref" | "status">): string | null {
  return status === "signed-off" ? `${ref} is signed off. Reopen it first.` : null;
}

/**
 * Whether the verdict of the other claim may be taken over: `yes`, or why not. Nothing where there is none, where the claim
 * has a verdict or a rationale of its own, or where the two may contradict: what was found of one is not so of the other.
 */
export function takingOver(
  claim: Pick<Claim, "ref" | "status" | "verdict" | "rationale">,
  { earlier, contradicts }: Pick<NearClaim, "earlier" | "contradicts">,
): { yes: boolean; why: string | null } | null {
  if (!earlier?.reasoned || contradicts || claim.verdict !== null || claim.rationale.trim() !== "") return null;
  if (claim.status === "suggested") return { yes: false, why: `${claim.ref} is Suggested. Accept it first.` };
  return { yes: true, why: null };
}

/**
 * The words of a trait, which come in the order of their statement, in runs of those that stand side by side in it:
 * “Sergei Lavrov Antony Blinken” as `Sergei Lavrov` and `Antony Blinken`.
 */
export function runs(words: string, statement: string): string[] {
  const found: string[] = [];
  let end: number | null = null;
  for (const word of words.split(/\s+/u).filter(Boolean)) {
    const at = placeOf(word, statement, end ?? 0);
    const between = at === null || end === null ? "" : statement.slice(end, at).replace(/\s+/gu, " ");
    if (/^(?: |[-‐‑])$/u.test(between)) found.push(`${found.pop() ?? ""}${between}${word}`);
    else found.push(word);
    end = at === null ? null : at + word.length;
  }
  return found;
}

/** Where a word stands whole in a text, at a place or after it, in UTF-16 units. */
function placeOf(word: string, text: string, from: number): number | null {
  const isPart = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1))
    if (!isPart(at - 1) && !isPart(at + word.length)) return at;
  return null;
}

/** Runs of words as a list, with no more words than that. */
function cut(list: readonly string[], most: number): string {
  const kept: string[] = [];
  let left = most;
  for (const run of list) {
    const words = run.split(" ");
    if (words.length > left) {
      if (left > 0) kept.push(words.slice(0, left).join(" "));
      return `${kept.join(", ")}…`;
    }
    kept.push(run);
    left -= words.length;
  }
  return kept.join(", ");
}

/** Words that turn the meaning round are named as such, and not once more among the words. */
function withoutOpposites(differs: readonly Trait[]): Trait[] {
  const turned = differs.filter(({ aspect }) => aspect === "polarity");
  const rest = (words: string, side: "ours" | "theirs"): string =>
    words
      .split(" ")
      .filter((word) => !turned.some((one) => one[side] === word))
      .join(" ");
  return differs
    .map((one) =>
      isOfWords(one.aspect) ? { ...one, ours: rest(one.ours, "ours"), theirs: rest(one.theirs, "theirs") } : one,
    )
    .filter(({ ours, theirs }) => ours !== "" || theirs !== "");
}

function isOfWords(aspect: Aspect): boolean {
  return aspect === "name" || aspect === "words";
}

function sameWords(one: string, other: string): boolean {
  return other === "" || one.toLocaleLowerCase() === other.toLocaleLowerCase();
}

function inOrder(traits: readonly Trait[], order: readonly Aspect[]): Trait[] {
  return traits.toSorted((one, other) => order.indexOf(one.aspect) - order.indexOf(other.aspect));
}
