/** Going through the suggested claims of the document one by one. */
import type { Mark } from "../backend";
import type { Around } from "../inspector";
import { hand } from "../workspace";

class Suggestions {
  /** Whether they are gone through now. */
  on = $state(false);
  #document: number | null = null;
  /** The claim decided last, until the document says so too: keys come faster than that. */
  #decided = $state<number | null>(null);
  /** The first mention of each claim, in the order of the text. */
  #claims = $state.raw<readonly Mark[]>([]);
  /** Where those begin that are suggested, or were when or since this round began. Dismissed ones are marked no more. */
  #round = $state.raw<ReadonlyMap<number, number>>(new Map());

  readonly #left = $derived(this.#claims.filter(isSuggested));
  /** How many there still are. */
  readonly left = $derived(this.#left.length);
  /** Whether the round has nothing left to decide: its keys must not decide anew on the claim that was the last. */
  readonly over = $derived(this.on && this.#left.every(({ key }) => key === this.#decided));
  /** How many this round has. */
  readonly total = $derived(this.#round.size);
  /** Which of them is in hand, from 1; 0 for none. */
  readonly at = $derived.by(() => {
    const start = hand.key === null ? undefined : this.#round.get(hand.key);
    return start === undefined ? 0 : [...this.#round.values()].filter((other) => other < start).length + 1;
  });
  readonly #kept = $derived(this.#claims.filter(({ key, status }) => this.#round.has(key) && status !== "dismissed"));
  readonly dismissed = $derived(this.total - this.#kept.length);

  /** Begins at the first one at or after a place, or else at the first of all. */
  start(from: number): void {
    this.#round = new Map(this.#left.map(({ key, start }) => [key, start]));
    const first = this.#left.find((claim) => claim.start >= from) ?? this.#left[0];
    if (!first) return;
    this.on = true;
    this.#decided = null;
    hand.take(first.key);
  }

  stop(): void {
    this.on = false;
  }

  /** Takes the next one in hand, or the one before, round and round. */
  step(by: 1 | -1): void {
    const next = this.#from(hand.key, by);
    this.#decided = null;
    if (next !== null) hand.take(next);
  }

  /** Ends the round at the first claim of it that is to be checked. */
  check(): void {
    const first = this.#kept.find(({ status }) => status === "open") ?? this.#kept[0];
    this.stop();
    if (first) hand.take(first.key);
  }

  /** The claims of a document as they are now, by their first mentions. */
  update(document: number | null, claims: readonly Mark[]): void {
    const before = new Map(this.#claims.map((claim) => [claim.key, claim]));
    const last = this.#claims;
    this.#claims = claims;
    if (document !== this.#document) {
      this.#document = document;
      this.on = false;
    }
    if (!this.on) return;
    const suggested = claims.filter(isSuggested);
    if (!suggested.some(({ key }) => key === this.#decided)) this.#decided = null;
    // What undo made a suggestion again is looked at again.
    const again = suggested.find(({ key }) => this.#round.has(key) && before.get(key)?.status !== "suggested");
    this.#round = new Map([...this.#round, ...suggested.map(({ key, start }) => [key, start] as const)]);
    const inHand = hand.key === null ? undefined : before.get(hand.key);
    if (again) hand.take(again.key);
    else if (inHand && isSuggested(inHand) && decided(claims.find(({ key }) => key === inHand.key))) {
      // Decided elsewhere, or by redo.
      const next = this.#from(inHand.key, 1, last);
      if (next !== null) hand.take(next);
    }
  }

  /** After a suggestion was accepted or dismissed the next one comes up. */
  readonly around: Around = async (status, set) => {
    const claim = hand.key;
    const decides = this.on && (status === "open" || status === "dismissed");
    if (!decides || claim === null || !this.#left.some(({ key }) => key === claim)) return set();
    const next = this.#from(claim, 1);
    const done = set();
    this.#decided = claim;
    if (next !== null) hand.expect(done);
    const decided = await done;
    if (!decided && this.#decided === claim) this.#decided = null;
    if (decided && next !== null && hand.key === claim) hand.take(next);
    return undefined;
  };

  /** The nearest suggestion after or before a claim, besides itself. */
  #from(claim: number | null, by: 1 | -1, order: readonly Mark[] = this.#claims): number | null {
    const at = order.findIndex(({ key }) => key === claim);
    const others = by === 1 ? [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))] : before(order, at);
    const open = new Set(this.#left.map(({ key }) => key));
    return others.find(({ key }) => open.has(key))?.key ?? null;
  }
}

/** From the one before a place back to the first, and from the last back to that place. */
function before(order: readonly Mark[], at: number): Mark[] {
  return [...order.slice(0, Math.max(at, 0)).reverse(), ...order.slice(at + 1).reverse()];
}

function isSuggested(claim: Mark): boolean {
  return claim.status === "suggested";
}

/** Whether a claim that was a suggestion is accepted or dismissed; dismissed ones may not be marked any more. */
function decided(claim: Mark | undefined): boolean {
  return claim === undefined || claim.status === "open" || claim.status === "dismissed";
}

export const suggestions = new Suggestions();
