/** The claim in hand: one for each window. The ledger, the inspector and the reader all show this one. */
import { backend, type Claim, type HistoryLine, toCommandError } from "../backend";
import { changes, touches } from "./changes";
import { edits } from "./edits";

/** How many lines of history are fetched. */
const LINES = 50;

class Hand {
  /** Its key; nothing while no claim is in hand. */
  key = $state<number | null>(null);
  /** The claim whole; nothing while it is fetched. */
  claim = $state.raw<Claim | null>(null);
  history = $state.raw<readonly HistoryLine[]>([]);

  /** Keeps the claim right as things are written. Returns what stops that. */
  follow(): () => void {
    return changes.on((touched) => {
      if (this.key !== null && touches(touched, "claim", this.key)) void this.#fetch(this.key);
    });
  }

  /** Takes a claim in hand, or none. */
  take(key: number | null): void {
    if (key === this.key) return;
    this.key = key;
    if (key === null) {
      this.claim = null;
      this.history = [];
    } else void this.#fetch(key);
  }

  async #fetch(key: number): Promise<void> {
    try {
      const [claim, history] = await Promise.all([
        backend.call("claims.get", { claim: key }),
        backend.call("history.list", { filter: { claim: key }, before: null, limit: LINES }),
      ]);
      // Another claim may have been taken in hand meanwhile.
      if (this.key !== key) return;
      this.claim = claim;
      this.history = history;
    } catch (thrown) {
      const error = toCommandError(thrown);
      if (this.key !== key) return;
      if (error.code === "not-found") this.take(null);
      else edits.report(error);
    }
  }
}

export const hand = new Hand();
