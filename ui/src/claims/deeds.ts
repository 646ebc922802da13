/** What the keys and the bulk bar do to claims: to the ticked ones, or else to the one in hand. */
import type { Rating, Status, Verdict } from "../backend";
import { type Around, signOff, verdictKeys } from "../inspector";
import type { Binding, Bindings } from "../keys";
import { VERDICT_ORDER } from "../text/words";
import { edits, hand, judging } from "../workspace";
import { ledger } from "./ledger.svelte";

/** Keys of the claims that an action is for. */
export function targets(): number[] {
  if (ledger.selected.size > 0) return [...ledger.selected];
  return hand.key === null ? [] : [hand.key];
}

/**
 * Moves the claim in hand by `set`; after it went to review or was signed off, the next Open one comes up. For the
 * inspector beside the ledger too.
 */
export const goingOn: Around = (status, set) => {
  const gone = goOn(status, set);
  // What is pressed meanwhile is meant for the one that comes up.
  if (status === "in-review" || status === "signed-off") hand.expect(gone);
  return gone;
};

async function goOn(status: Status, set: () => Promise<boolean>): Promise<void> {
  const claim = hand.key;
  const goesOn = status === "in-review" || status === "signed-off";
  // Found before the edit, which may move the claim or take it out of the list.
  const next = goesOn ? await edits.attempt(() => ledger.nextOpen()) : null;
  if ((await set()) && next !== null && hand.key === claim) await ledger.goToClaim(next);
}

/** Sets the status. */
export async function setStatus(status: Status): Promise<void> {
  const claims = targets();
  if (claims.length === 0) return;
  const set = (): Promise<boolean> => (status === "signed-off" ? signOff(claims) : edits.claims(claims, { status }));
  await (ledger.selected.size > 0 ? set() : goingOn(status, set));
}

/** Judges by a value of the workspace's scale, or takes the verdict away. */
export async function setRating(rating: Rating | null): Promise<void> {
  const claims = targets();
  if (claims.length > 0) await edits.claims(claims, judging(rating));
}

/** Says whether it was said. */
export async function setSaid(said: Verdict | null): Promise<void> {
  const claims = targets();
  if (claims.length > 0) await edits.claims(claims, { said });
}

/** Says who checks them; nobody takes the checker off. */
export async function assign(checker: string | null): Promise<void> {
  const claims = targets();
  if (claims.length > 0) await edits.claims(claims, { checker });
}

/** The commands that change claims, for `commands.bind`. */
export function deeds(): Bindings {
  const when = (): boolean => targets().length > 0;
  const hasClaimant = (): boolean => ledger.selected.size > 0 || (hand.claim?.claimant ?? null) !== null;
  // The claim that its person went to may not be in hand yet.
  const awaits = (): Promise<void> | null => (ledger.selected.size > 0 ? null : hand.arrival());
  const status = (to: Status): Binding => ({ run: () => void setStatus(to), when, awaits });
  const bindings: Bindings = {
    "status.open": status("open"),
    "status.in-progress": status("in-progress"),
    "status.in-review": status("in-review"),
    "status.signed-off": status("signed-off"),
    "status.dismissed": status("dismissed"),
    ...verdictKeys((rating) => void setRating(rating), when, awaits),
  };
  for (const verdict of VERDICT_ORDER) {
    bindings[`said.${verdict}`] = {
      run: () => void setSaid(verdict),
      when: () => when() && hasClaimant(),
      awaits,
    };
  }
  return bindings;
}
