/** The keys of status and verdict for the claim in hand, for a screen that shows one claim at a time. */
import type { Status } from "../backend";
import type { Binding, Bindings } from "../keys";
import { VERDICT_ORDER } from "../text/words";
import { hand } from "../workspace";
import { type Around, move, setVerdict } from "./decide";

/**
 * For `commands.bind`.
 *
 * @param around what the screen does around a move of status
 */
export function claimKeys(around?: Around): Bindings {
  const inHand = (run: (claim: number) => Promise<unknown>, when = (): boolean => true): Binding => ({
    run: () => {
      if (hand.key !== null) void run(hand.key);
    },
    when: () => hand.key !== null && when(),
  });
  const status = (to: Status): Binding => inHand((claim) => move(claim, to, around));
  const hasClaimant = (): boolean => (hand.claim?.claimant ?? null) !== null;
  const bindings: Bindings = {
    "status.open": status("open"),
    "status.in-progress": status("in-progress"),
    "status.in-review": status("in-review"),
    "status.signed-off": status("signed-off"),
    "status.dismissed": status("dismissed"),
    "verdict.clear": inHand((claim) => setVerdict(claim, "verdict", null)),
  };
  for (const verdict of VERDICT_ORDER) {
    bindings[`verdict.${verdict}`] = inHand((claim) => setVerdict(claim, "verdict", verdict));
    bindings[`said.${verdict}`] = inHand((claim) => setVerdict(claim, "said", verdict), hasClaimant);
  }
  return bindings;
}
