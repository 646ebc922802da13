/** From a list of what is about claims to one of them. */
import { here } from "../place";
import { hand } from "../workspace";

/** Takes a claim in hand, where it can be seen. */
export function takeInHand(claim: number): void {
  hand.take(claim);
  if (here.place.name !== "claims" && here.place.name !== "reader") here.go({ name: "claims" });
}
