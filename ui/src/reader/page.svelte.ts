/** The article as it lies on the screen: which blocks are drawn, and what of them is in sight. */
import { tick } from "svelte";
import { hand } from "../workspace";
import { blocksFor } from "./article";
import type { Reading } from "./reading.svelte";

/** Code points drawn at first, and more each time the end comes into sight. */
const STEP = 30_000;

export class Page {
  #reading: Reading;
  /** What scrolls, and the article in it. */
  scroller = $state<HTMLElement | null>(null);
  article = $state<HTMLElement | null>(null);
  #points = $state(STEP);
  readonly #count = $derived.by(() => blocksFor(this.#reading.view?.blocks ?? [], this.#points));
  readonly drawn = $derived.by(() => this.#reading.blocks.slice(0, this.#count));

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Begins anew, with another document. */
  reset(): void {
    this.#points = STEP;
  }

  /** Draws what has come near by scrolling. */
  scrolled(): void {
    const { scroller } = this;
    if (scroller && scroller.scrollTop + scroller.clientHeight > scroller.scrollHeight - 2000)
      if (this.#count < this.#reading.blocks.length) this.#points += STEP;
  }

  /** Brings the mention that begins at a place into sight, at once: no motion to wait for. */
  async show(start: number): Promise<void> {
    const origin = this.#reading.view?.blocks[0]?.start ?? 0;
    this.#points = Math.max(this.#points, start - origin + 1);
    await tick();
    this.boxOf(start)?.scrollIntoView({ block: "center" });
  }

  /** The box that a mention of the claim in hand begins with, where it is drawn. */
  boxOf(start: number): Element | null {
    return this.article?.querySelector(`[data-claim="${hand.key}"][data-mention="${start}"]`) ?? null;
  }

  /** Whether the beginning of a mention of the claim in hand is in sight. */
  inSight(start: number): boolean {
    const box = this.boxOf(start)?.getClientRects()[0];
    const frame = this.scroller?.getBoundingClientRect();
    return box !== undefined && frame !== undefined && box.bottom > frame.top + 8 && box.top < frame.bottom - 8;
  }
}
