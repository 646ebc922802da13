/** What a person decides of a claim and one near to it. Each is an operation of its own that undo takes back. */
import { backend } from "../backend";
import { edits } from "../workspace";
import type { Deed } from "./words";

/** Joins the claim with the other one, relates it to it, or says that they are different. Returns whether it was done. */
export function decide(claim: number, deed: Deed, other: number): Promise<boolean> {
  return edits.run(() =>
    deed === "merge"
      ? backend.call("claims.merge", { claims: [claim], into: other })
      : backend.call("claims.relate", { claim, kind: deed, other }),
  );
}

/** Takes the verdict of the other one over, with its rationale and evidence. Returns whether it was done. */
export function takeOver(claim: number, from: number): Promise<boolean> {
  return edits.run(() => backend.call("claims.take-over", { claim, from }));
}
