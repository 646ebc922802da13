/** Moving among claims and the mentions of the claim in hand. */
import { tick } from "svelte";
import { hand } from "../workspace";
import { sentenceAt } from "./article";
import type { Page } from "./page.svelte";
import type { Reading } from "./reading.svelte";

export class Moving {
  #reading: Reading;
  #page: Page;
  #mention = 0;
  /** A mention of the claim in hand that is out of sight. */
  away = $state.raw<{ start: number; words: string; down: boolean } | null>(null);

  constructor(reading: Reading, page: Page) {
    this.#reading = reading;
    this.#page = page;
  }

  /** Takes the next claim in hand, or the one before. */
  step(by: 1 | -1): void {
    const { order } = this.#reading;
    const at = hand.key === null ? -1 : order.indexOf(hand.key);
    const claim = order[at === -1 ? (by === 1 ? 0 : order.length - 1) : at + by];
    if (claim !== undefined) hand.take(claim);
  }

  /** Goes to the next mention of the claim in hand, or the one before. */
  stepMention(by: 1 | -1): void {
    const { inHand } = this.#reading;
    if (inHand.length === 0) return;
    const seen = inHand.findIndex((mark) => this.#page.inSight(mark.start));
    const last = inHand[this.#mention];
    const from = last && this.#page.inSight(last.start) ? this.#mention : Math.max(seen, 0);
    this.#mention = (from + by + inHand.length) % inHand.length;
    const next = inHand[this.#mention];
    if (next) void this.show(next.start);
  }

  /** Shows the claim in hand unless one of its mentions is in sight. */
  async showHand(): Promise<void> {
    await tick();
    const { inHand } = this.#reading;
    const first = inHand[0];
    if (first && !inHand.some((mark) => this.#page.inSight(mark.start))) await this.show(first.start);
    this.locate();
  }

  /** Brings the mention that begins at a place into sight. */
  async show(start: number): Promise<void> {
    await this.#page.show(start);
    this.locate();
  }

  /** Names the next mention that is out of sight: below if there is one, else above. */
  locate(): void {
    const { inHand, view } = this.#reading;
    const frame = this.#page.scroller?.getBoundingClientRect();
    this.away = null;
    if (!frame || inHand.length < 2) return;
    const out = inHand
      .map((mark, index) => ({
        mark,
        index,
        top: this.#page.boxOf(mark.start)?.getClientRects()[0]?.top ?? Infinity,
      }))
      .filter(({ mark }) => !this.#page.inSight(mark.start));
    const next = out.find(({ top }) => top > frame.top) ?? out[0];
    if (!next) return;
    const sentence = sentenceAt(view?.sentences ?? [], next.mark.start)?.number;
    const words = `Mention ${next.index + 1} of ${inHand.length}${sentence ? `, sentence ${sentence}` : ""}`;
    this.away = { start: next.mark.start, words, down: next.top > frame.top };
  }
}
