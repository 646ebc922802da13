/** The scale that claims are judged by in this workspace: its values as the keys 1 to 9, the pad and menus offer them. */
import type { ClaimPatch, Rating } from "../backend";
import { VERDICT_ORDER, VERDICTS } from "../text/words";
import { workspace } from "./workspace.svelte";

/** The word of Assay's own five. */
export const OWN_SCALE = "assay";

/** Until the workspace has said what it judges by. */
const OWN_RATINGS: readonly Rating[] = VERDICT_ORDER.map((verdict) => ({
  word: verdict,
  name: VERDICTS[verdict].name,
  role: verdict,
  description: "",
  number: null,
  verdict,
}));

/** The word of the scale. */
export function scaleWord(): string {
  return workspace.info?.scale.word ?? OWN_SCALE;
}

/** Its values, in the order that they are offered in: at most nine. */
export function ratings(): readonly Rating[] {
  return workspace.info?.scale.ratings ?? OWN_RATINGS;
}

/** The change that judges claims by a value of the scale, or takes the verdict away. */
export function judging(rating: Rating | null): Partial<ClaimPatch> {
  if (rating === null) return { verdict: null };
  const scale = scaleWord();
  return scale === OWN_SCALE ? { verdict: rating.verdict } : { rating: { scale, rating: rating.word } };
}
