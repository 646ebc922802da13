/** Decisions on one claim: how far it is, what was found. */
import type { Rating, Status, Verdict } from "../backend";
import { edits, judging } from "../workspace";
import { signing } from "./signing.svelte";

/** Sets the status of a claim; signing off goes through its check. Returns whether it was done. */
export function setStatus(claim: number, status: Status): Promise<boolean> {
  return status === "signed-off" ? signing.signOff([claim]) : edits.claims([claim], { status });
}

/** Judges a claim by a value of the workspace's scale, or takes its verdict away. */
export function setRating(claim: number, rating: Rating | null): Promise<boolean> {
  return edits.claims([claim], judging(rating));
}

/** Says whether it was said, or takes that away. */
export function setSaid(claim: number, said: Verdict | null): Promise<boolean> {
  return edits.claims([claim], { said });
}

/**
 * What a screen does around a move of status, such as going on to the next claim. `set` makes the move and tells
 * whether it was done.
 */
export type Around = (status: Status, set: () => Promise<boolean>) => Promise<unknown>;

/** Sets the status within what the screen does around it. */
export async function move(claim: number, status: Status, around?: Around): Promise<void> {
  const set = (): Promise<boolean> => setStatus(claim, status);
  await (around ? around(status, set) : set());
}
