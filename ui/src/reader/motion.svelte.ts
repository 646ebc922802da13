/** Going to a place of the article: a short motion, or at once where that is unwanted or the place is far. */
import type { Page } from "./page.svelte";

/** How long a motion to a place lasts, ms. */
const MOTION = 220;

export class Motion {
  #page: Page;
  /** Whether it is under way; the brackets of the claim in hand appear at its end. */
  on = $state(false);
  #newest = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Brings a place of the document, in code points, to the middle of the screen; a motion unless that is unwanted. */
  async show(point: number): Promise<void> {
    const { scroller } = this.#page;
    if (!scroller || !this.#page.layout) return;
    this.stop();
    const motion = ++this.#newest;
    const high = scroller.clientHeight;
    const way = this.#page.placeOf(point) - high / 2 - scroller.scrollTop;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches || high === 0;
    // From afar it comes in sight at once and moves the rest of the way.
    if (still || Math.abs(way) > high) scroller.scrollTop += way - (still ? 0 : Math.sign(way) * high * 0.5);
    await this.#page.settled();
    if (motion !== this.#newest) return;
    const goal = (): number =>
      Math.max(0, Math.min(this.#page.placeOf(point) - high / 2, scroller.scrollHeight - scroller.clientHeight));
    if (!still && Math.abs(goal() - scroller.scrollTop) > 1) await this.#move(scroller, goal, motion);
    if (motion !== this.#newest) return;
    scroller.scrollTop = goal();
    await this.#page.settled();
    if (motion === this.#newest) scroller.scrollTop = goal();
    this.#page.update();
  }

  /** Goes to the beginning or the end of the article, at once. */
  async edge(end: boolean): Promise<void> {
    const { scroller } = this.#page;
    if (!scroller) return;
    this.stop();
    // The last blocks may be higher than thought.
    for (let round = 0; round < 4; round += 1) {
      scroller.scrollTop = end ? scroller.scrollHeight : 0;
      await this.#page.settled();
    }
  }

  /** Scrolls so that a line of a block stands in the middle of the screen. */
  scrollTo(index: number, line: number): void {
    const { scroller } = this.#page;
    if (!scroller) return;
    this.stop();
    scroller.scrollTop = this.#page.placeOfLine(index, line) - scroller.clientHeight / 2;
    this.#page.update();
  }

  /** Ends a motion where it is. */
  stop(): void {
    this.#newest += 1;
    this.on = false;
  }

  async #move(scroller: HTMLElement, goal: () => number, motion: number): Promise<void> {
    const from = scroller.scrollTop - goal();
    const begin = performance.now();
    this.on = true;
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (motion !== this.#newest) return;
      const share = Math.min(1, (performance.now() - begin) / MOTION);
      // As the easing of all motions here: quick first, then slowing down.
      scroller.scrollTop = goal() + from * (1 - share) ** 3;
      this.#page.update();
      if (share === 1) break;
    }
    this.on = false;
  }
}
