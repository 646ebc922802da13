/** Where the claim in hand stands among the claims of the text that is read, for what is shown beside the text. */
import { hand } from "../workspace";

class TextOrder {
  /** Keys of the claims in the order of their first mentions; none while no text is read. */
  claims = $state.raw<readonly number[]>([]);
  /** Such as `2 of 25`. */
  readonly position = $derived.by(() => {
    const index = hand.key === null ? -1 : this.claims.indexOf(hand.key);
    return index === -1 ? undefined : `${index + 1} of ${this.claims.length}`;
  });
}

/** There is one text in hand, as there is one claim. */
export const textOrder = new TextOrder();
