/** How claims stand to one another, in the window's words. */
import type { Claim, EarlierVerdict, Relation, RelationKind } from "../backend";
import type { CommandId } from "../keys";

/** How a claim stands to another, as the beginning of a line that ends in its reference. */
export const RELATIONS: Record<RelationKind, string> = {
  "same-as": "Same as",
  "different-from": "Not the same as",
  "merged-into": "Merged into",
  "merged-from": "Merged with",
  contradicts: "Contradicts",
  "part-of": "Part of",
  "has-part": "Has part",
};

/** A relation that a person sets and takes away; merging has verbs of its own. */
export function isPlain(kind: RelationKind): boolean {
  return kind !== "merged-into" && kind !== "merged-from";
}

/** The relations as they are listed: those to claims that were found not to be the same come last. */
export function inOrder(relations: readonly Relation[]): Relation[] {
  return relations.toSorted(
    (one, other) => Number(one.kind === "different-from") - Number(other.kind === "different-from"),
  );
}

/** The claim that this one was merged into, if it was. */
export function mergedInto(claim: Pick<Claim, "relations">): Relation | null {
  return claim.relations.find(({ kind }) => kind === "merged-into") ?? null;
}

/** What was found of a claim, for one that says the same; nothing where it has no verdict. */
export function earlierOf(
  claim: Pick<Claim, "verdict" | "rating_name" | "signed_off_at" | "signed_off_by" | "edited" | "rationale">,
): EarlierVerdict | null {
  const { verdict, rating_name, signed_off_at, signed_off_by, edited, rationale } = claim;
  if (verdict === null) return null;
  const reasoned = rationale.trim() !== "";
  return { verdict, rating_name, at: signed_off_at ?? edited, signed_off_by, reasoned };
}

/**
 * The claim to go to from one that contradicts others: the one listed after that from which it was come to, so that going
 * on reaches all of them; nothing where there is none.
 *
 * @param cameFrom key of a claim
 */
export function nextContradiction(relations: readonly Relation[], cameFrom: number | null): Relation | null {
  const all = relations.filter(({ kind }) => kind === "contradicts");
  const at = all.findIndex(({ key }) => key === cameFrom);
  return all[(at + 1) % all.length] ?? null;
}

/** What can be done with a claim and another one that has to be found. */
export type Joining = "same-as" | "contradicts" | "part-of" | "merge";

export const JOININGS: Record<Joining, { label: string; command: CommandId }> = {
  "same-as": { label: "Same as", command: "claim.same-as" },
  contradicts: { label: "Contradicts", command: "claim.contradicts" },
  "part-of": { label: "Part of", command: "claim.part-of" },
  merge: { label: "Merge into", command: "claim.merge" },
};

export const JOINING_ORDER = Object.keys(JOININGS) as Joining[];
