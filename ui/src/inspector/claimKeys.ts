/** The keys of status and verdict for the claim in hand, for a screen that shows one claim at a time. */
import type { Rating, Status } from "../backend";
import { type Binding, type Bindings, VERDICT_COMMANDS } from "../keys";
import { VERDICT_ORDER } from "../text/words";
import { hand, ratings } from "../workspace";
import { type Around, move, setRating, setSaid } from "./decide";

/**
 * The keys of the verdict, each for the value at its place in the workspace's scale; a key without a value is off.
 *
 * @param awaits what has to arrive before the claim to be judged is the one in hand
 */
export function verdictKeys(
  judge: (rating: Rating | null) => void,
  when: () => boolean,
  awaits: () => Promise<void> | null,
): Bindings {
  const bindings: Bindings = { "verdict.clear": { run: () => judge(null), when, awaits } };
  for (const [place, id] of VERDICT_COMMANDS.entries()) {
    const at = (): Rating | null => ratings()[place] ?? null;
    bindings[id] = {
      run: () => judge(at()),
      when: () => at() !== null && when(),
      awaits,
      title: () => `Verdict: ${at()?.name ?? ""}`,
    };
  }
  return bindings;
}

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
    awaits: () => hand.arrival(),
  });
  const status = (to: Status): Binding => inHand((claim) => move(claim, to, around));
  const hasClaimant = (): boolean => (hand.claim?.claimant ?? null) !== null;
  const bindings: Bindings = {
    "status.open": status("open"),
    "status.in-progress": status("in-progress"),
    "status.in-review": status("in-review"),
    "status.signed-off": status("signed-off"),
    "status.dismissed": status("dismissed"),
    ...verdictKeys(
      (rating) => {
        if (hand.key !== null) void setRating(hand.key, rating);
      },
      () => hand.key !== null,
      () => hand.arrival(),
    ),
  };
  for (const verdict of VERDICT_ORDER)
    bindings[`said.${verdict}`] = inHand((claim) => setSaid(claim, verdict), hasClaimant);
  return bindings;
}
