/** The claim in hand: one for each window. The ledger, the inspector and the reader all show this one. */
import { tick } from "svelte";
import { backend, type Claim, type HistoryLine, type Mention, toCommandError, type Touched } from "../backend";
import { changes, touches } from "./changes";
import { edits } from "./edits";

/** How many lines of history are fetched at once. */
const LINES = 50;

/** A claim that is pointed at, in the text or beside it, and which of its mentions. */
export interface Pointed {
  claim: number;
  /** The document's reference, and the mention's first code point there; nothing where all mentions are meant. */
  mention: { document: string; start: number } | null;
}

class Hand {
  /** Shown in the text and beside it alike. */
  pointed = $state.raw<Pointed | null>(null);
  /** A mention that was asked for last: whoever shows its document goes there. A new object each time. */
  asked = $state.raw<{ document: string; start: number } | null>(null);
  /** Its key; nothing while no claim is in hand. */
  key = $state<number | null>(null);
  /** The mention of it that was gone to last, as its document's reference and its first code point; nothing before. */
  at = $state.raw<{ document: string; start: number } | null>(null);
  /** The claim whole; nothing while it is fetched. */
  claim = $state.raw<Claim | null>(null);
  /** Newest first. */
  history = $state.raw<readonly HistoryLine[]>([]);
  /** Whether there are older lines of history than those. */
  hasOlder = $state(false);
  /** The fetch begun last: an answer to an earlier one is dropped. */
  #asked = 0;
  /** The claim whose fetch failed last: waiting for it would not end. */
  #missed: number | null = null;
  #fetching: Promise<void> = Promise.resolve();
  /** What finds the claim to be taken in hand next; nothing when none is looked for. */
  #coming: Promise<void> | null = null;

  /** Keeps the claim right as things are written. Returns what stops that. */
  follow(): () => void {
    return changes.on((touched) => {
      if (this.key !== null && this.#shows(touched)) this.#fetching = this.#fetch(this.key);
    });
  }

  /** Takes a claim in hand, or none. */
  take(key: number | null): void {
    this.#coming = null;
    if (key === this.key) return;
    this.key = key;
    this.at = null;
    this.history = [];
    this.hasOlder = false;
    if (key === null) this.claim = null;
    else this.#fetching = this.#fetch(key);
  }

  /** Takes a mention of the claim in hand, and asks for it to be shown in its text, now or once that has come. */
  go(mention: Mention): void {
    this.at = { document: mention.document_ref, start: mention.start };
    this.asked = this.at;
  }

  /** Another claim is about to be taken in hand, at the end of `search`: what is pressed until then is meant for it. */
  expect(search: Promise<unknown>): void {
    const done = (): void => {
      if (this.#coming === coming) this.#coming = null;
    };
    const coming = search.then(done, done);
    this.#coming = coming;
  }

  /** The arrival of the claim gone to on the screen; nothing when it is there, or could not be fetched. */
  arrival(): Promise<void> | null {
    if (this.#coming) return this.#coming.then(() => this.arrival() ?? tick());
    const { key } = this;
    if (key === null || key === this.claim?.key || key === this.#missed) return null;
    // Another may have been taken in hand meanwhile.
    return this.#fetching.then(() => this.arrival() ?? tick());
  }

  /** Fetches the lines of history before the oldest of those here. */
  async older(): Promise<void> {
    const { key } = this;
    const last = this.history.at(-1);
    if (key === null || !last) return;
    const asked = this.#asked;
    const more = await edits.attempt(() => history(key, last.operation, LINES));
    if (!more || this.key !== key || this.#asked !== asked) return;
    this.history = [...this.history, ...more];
    this.hasOlder = more.length === LINES;
  }

  /** Whether something written shows in the claim: it, a claim it is related to, its sources, people or checklist. */
  #shows(touched: readonly Touched[]): boolean {
    const { key, claim } = this;
    if (key !== null && touches(touched, "claim", key)) return true;
    if (claim?.relations.some((relation) => touches(touched, "claim", relation.key))) return true;
    return touches(touched, "source") || touches(touched, "settings") || touches(touched, "person");
  }

  async #fetch(key: number): Promise<void> {
    const asked = ++this.#asked;
    this.#missed = null;
    // As many lines as were looked at stay.
    const lines = Math.max(LINES, Math.ceil(this.history.length / LINES) * LINES);
    try {
      const [claim, fetched] = await Promise.all([
        backend.call("claims.get", { claim: key }),
        history(key, null, lines),
      ]);
      // Another claim may have been taken in hand meanwhile, or this one fetched anew.
      if (this.key !== key || this.#asked !== asked) return;
      this.claim = claim;
      this.history = fetched;
      this.hasOlder = fetched.length === lines;
    } catch (thrown) {
      const error = toCommandError(thrown);
      if (this.key !== key || this.#asked !== asked) return;
      if (error.code === "not-found") this.take(null);
      else {
        this.#missed = key;
        // Rather nothing than another claim under its keys.
        if (this.claim?.key !== key) this.claim = null;
        edits.report(error);
      }
    }
  }
}

function history(claim: number, before: number | null, limit: number): Promise<HistoryLine[]> {
  return backend.call("history.list", { filter: { claim }, before, limit });
}

export const hand = new Hand();
