/**
 * The article as it lies on the screen. Only the blocks near what is seen are drawn; the others are room, as high as they
 * would be. Whatever gets another height, what the eye is on stays where it is.
 *
 * So an article of any length takes at most 6,000 nodes, with its strip, in a window of 1440 × 900.
 */
import { flushSync, tick } from "svelte";
import type { SetBlock } from "./article";
import { Layout } from "./layout";
import { Motion } from "./motion.svelte";
import type { Reading } from "./reading.svelte";
import { placeNumbers, walkText } from "./sentenceNumbers";
import { readSettings, type Settings } from "./settings";

/** Scrolling has come to rest when nothing moved for this time, ms. */
const REST = 150;
/** A selection over at most this many blocks is kept whole; of a longer one the blocks of its two ends. */
const HELD_WHOLE = 60;

/** What may be cut from a line's letters that is still all in sight, px: the space above them. */
const HAIR = 2;

/** What is seen of the article: its first and last line, each as a block and a fraction of its lines. */
export interface Sight {
  first: { index: number; line: number };
  last: { index: number; line: number };
}

export class Page {
  #reading: Reading;
  readonly motion = new Motion(this);
  /** What scrolls, the article in it, and the blocks in that. */
  scroller = $state<HTMLElement | null>(null);
  article = $state<HTMLElement | null>(null);
  ground = $state<HTMLElement | null>(null);
  /** Samples of the styles of blocks. */
  samples = $state<HTMLElement | null>(null);
  sight = $state.raw<Sight | null>(null);
  /** Height of what is seen, px. */
  high = $state(900);

  /** Changes with every height. */
  #version = $state(0);
  #layout = $state.raw<Layout | null>(null);
  #range = $state.raw({ first: 0, end: 0 });
  /** Blocks that hold an end of the selection, or the focus. */
  #selection = $state.raw<readonly number[]>([]);
  #focused = $state<number | null>(null);
  #whole = $state(false);

  #elements = new Map<number, HTMLElement>();
  #observer: ResizeObserver | null = null;
  /** Top of the ground in what scrolls, px. */
  #base = 0;
  /**
   * How far the blocks lie below where they should, px: what blocks drawn above turned out higher or lower while
   * scrolling. It is made good when that has come to rest, since to set the position in the midst would stop it.
   */
  #shift = $state(0);
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** How blocks were set when they were laid out. */
  #settings: Settings | null = null;

  readonly #indices = $derived.by(() => {
    const { length } = this.#reading.blocks;
    if (this.#whole) return Array.from({ length }, (_, index) => index);
    const { first, end } = this.#range;
    const drawn = new Set([...this.#selection, ...(this.#focused === null ? [] : [this.#focused])]);
    for (let index = first; index < end; index += 1) drawn.add(index);
    return [...drawn].filter((index) => index < length).sort((one, other) => one - other);
  });
  /** The blocks drawn, in order. */
  readonly drawn = $derived.by((): SetBlock[] => {
    if (!this.#layout) return [];
    return this.#indices.map((index) => this.#reading.blocks[index]).filter((set) => set !== undefined);
  });
  /** Room above blocks for those before them that are not drawn, px, by the first code point of each. */
  readonly rooms = $derived.by((): ReadonlyMap<number, number> => {
    void this.#version;
    const layout = this.#layout;
    const rooms = new Map<number, number>();
    let above = 0;
    let shift = this.#shift;
    for (const index of this.#indices) {
      const room = layout ? layout.top(index) - layout.top(above) + shift : 0;
      if (room > 0) rooms.set(this.#reading.blocks[index]?.block.start ?? 0, room);
      above = index + 1;
      shift = 0;
    }
    return rooms;
  });
  /** Room below the last block drawn, px. */
  readonly room = $derived.by(() => {
    void this.#version;
    const last = this.#indices.at(-1);
    return last === undefined || !this.#layout ? 0 : this.#layout.height - this.#layout.top(last + 1);
  });
  /** Where the blocks stand; nothing before they are on the screen. */
  readonly layout = $derived(this.#layout);

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Begins to lay out what is on the screen, until the function returned is called. */
  lie(): () => void {
    this.#observer = new ResizeObserver((entries) => this.#resized(entries));
    for (const element of [this.scroller, this.article, ...(this.samples?.children ?? [])])
      if (element) this.#observer.observe(element);
    for (const element of this.#elements.values()) this.#observer.observe(element);
    this.#lay();
    this.update();
    return () => {
      this.#observer?.disconnect();
      this.#observer = null;
      this.#layout = null;
      this.#settings = null;
      this.#range = { first: 0, end: 0 };
      this.#selection = [];
      this.#focused = null;
      this.#shift = 0;
      clearTimeout(this.#rest);
      this.motion.stop();
    };
  }

  /** Watches the height of a block drawn until the function returned is called. */
  watch(element: HTMLElement): () => void {
    const start = Number(element.dataset["start"]);
    this.#elements.set(start, element);
    this.#observer?.observe(element);
    return () => {
      this.#observer?.unobserve(element);
      if (this.#elements.get(start) === element) this.#elements.delete(start);
    };
  }

  /** The element of a block that is drawn, by its first code point. */
  elementOf(start: number): HTMLElement | undefined {
    return this.#elements.get(start);
  }

  /** Draws what has come near by scrolling. */
  scrolled(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), REST);
    this.update();
  }

  /** Draws every block, as for printing, until the function returned is called. */
  drawAll(): () => void {
    this.#whole = true;
    flushSync();
    this.#measure();
    return () => (this.#whole = false);
  }

  /** Keeps the blocks of a selection drawn, wherever the article is scrolled, and those that its ends may move into. */
  hold(range: Range | null): void {
    const ends = range ? [this.#indexOf(range.startContainer), this.#indexOf(range.endContainer)] : [];
    const [first = null, last = null] = ends;
    const held = ends.filter((end) => end !== null).flatMap((end) => [end - 1, end, end + 1]);
    if (first !== null && last !== null && last - first <= HELD_WHOLE)
      held.push(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
    this.#selection = held.filter((index) => index >= 0);
  }

  /** Draws the first block and the last, for a selection from the one to the other. */
  holdEnds(): void {
    this.#selection = [0, this.#reading.blocks.length - 1];
  }

  /** Keeps the block drawn that has the focus. */
  focus(target: EventTarget | null): void {
    this.#focused = target instanceof Node ? this.#indexOf(target) : null;
  }

  /** About the first code point that is seen. */
  firstSeen(): number {
    const layout = this.#layout;
    if (!layout || !this.sight) return 0;
    const { index, line } = this.sight.first;
    return (layout.blocks[index]?.block.start ?? 0) + (layout.lines(index).ends[Math.floor(line) - 1] ?? 0);
  }

  /** Whether a place is above what is seen (-1), below it (1) or in sight (0): its line not cut by more than a hair. */
  sideOf(point: number): -1 | 0 | 1 {
    const frame = this.scroller?.getBoundingClientRect();
    if (!frame || !this.#layout) return 0;
    const rect = this.rectOf(point);
    if (!rect) return this.#layout.indexOf(point) < (this.#range.first + this.#range.end) / 2 ? -1 : 1;
    if (rect.top < frame.top - HAIR) return -1;
    return rect.bottom > frame.bottom + HAIR ? 1 : 0;
  }

  /** Where a place is in the window; nothing where it is not drawn. */
  rectOf(point: number): DOMRect | null {
    const index = this.#layout?.indexOf(point);
    const block = index === undefined ? undefined : this.#reading.blocks[index]?.block;
    const element = block && this.#elements.get(block.start);
    if (!element) return null;
    return walkText(element)(point - block.start) ?? element.getBoundingClientRect();
  }

  /** The code point of the document at a place in a node of the article. */
  pointAt(node: Node, offset: number): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest<HTMLElement>("[data-start]");
    if (!block || !this.article?.contains(block)) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, offset);
    return Number(block.dataset["start"]) + [...before.toString()].length;
  }

  /** Puts the numbers of sentences beside their lines, in all blocks drawn. */
  placeNumbers(): void {
    placeNumbers([...this.#elements.values()]);
  }

  /** Where a line of a block stands in what scrolls, px: about. */
  placeOfLine(index: number, line: number): number {
    const layout = this.#layout;
    if (!layout) return 0;
    const count = Math.max(1, layout.lines(index).ends.length);
    const y = layout.top(index) + (line / count) * (layout.heightOf(index) - layout.below(index));
    return y + this.#base + this.#shift;
  }

  /** Where a place stands in what scrolls, px: exactly where it is drawn, else about. */
  placeOf(point: number): number {
    const { scroller } = this;
    const rect = this.rectOf(point);
    if (scroller && rect && rect.height > 0)
      return rect.top + rect.height / 2 - scroller.getBoundingClientRect().top + scroller.scrollTop;
    return (this.#layout?.placeOf(point) ?? 0) + this.#base + this.#shift;
  }

  /** After the page was drawn anew, with true heights. */
  async settled(): Promise<void> {
    this.update();
    await tick();
    this.#measure();
    this.#settle();
    await tick();
  }

  #indexOf(node: Node): number | null {
    const element = node instanceof Element ? node : node.parentElement;
    const block = element?.closest<HTMLElement>("[data-start]");
    if (!block || !this.article?.contains(block) || !this.#layout) return null;
    return this.#layout.indexOf(Number(block.dataset["start"]));
  }

  /** Lays all blocks out by the size of their letters, those drawn by their true height. */
  #lay(): void {
    if (!this.samples) return;
    const settings = readSettings(this.samples);
    this.#settings = settings;
    this.#layout = new Layout(this.#reading.blocks, settings.of);
    this.#take([...this.#elements.values()].map((element) => ({ element, height: heightOf(element) })));
    this.#readBase();
  }

  #readBase(): void {
    const { scroller, ground } = this;
    if (!scroller || !ground) return;
    this.#base = ground.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  }

  /** Takes true heights; returns whether any is new. */
  #take(heights: readonly { element: HTMLElement; height: number }[]): boolean {
    const layout = this.#layout;
    let changed = false;
    for (const { element, height } of heights) {
      const start = Number(element.dataset["start"]);
      if (layout && this.#elements.get(start) === element && height > 0)
        changed = layout.measure(layout.indexOf(start), height) || changed;
    }
    if (changed) this.#version += 1;
    return changed;
  }

  /** Measures all blocks drawn now. */
  #measure(): void {
    const heights = [...this.#elements.values()].map((element) => ({ element, height: heightOf(element) }));
    this.#keep(() => this.#take(heights));
  }

  #resized(entries: readonly ResizeObserverEntry[]): void {
    const blocks: HTMLElement[] = [];
    let base = false;
    let sampled = false;
    const heights: { element: HTMLElement; height: number }[] = [];
    for (const { target, borderBoxSize } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (target.dataset["start"] !== undefined) {
        blocks.push(target);
        heights.push({ element: target, height: borderBoxSize[0]?.blockSize ?? 0 });
      } else if (target.parentElement === this.samples) sampled = true;
      else base = true;
    }
    const anew = sampled && this.samples !== null && readSettings(this.samples).words !== this.#settings?.words;
    if (anew) this.#keep(() => this.#lay(), true);
    else if (heights.length > 0 || base) this.#keep(() => this.#take(heights));
    // Lines may lie elsewhere within the article though no block has another height.
    if (base) this.#version += 1;
    placeNumbers(blocks);
  }

  /**
   * Changes heights and keeps the first block that is seen where it is. Where its lines are broken anew, the same share
   * of it stays above.
   */
  #keep(change: () => void, anew = false): void {
    const { scroller } = this;
    const before = this.#layout;
    if (!scroller || !before) return change();
    const seen = scroller.scrollTop - this.#base - this.#shift;
    const index = before.indexAt(seen);
    const place = seen - before.top(index);
    const share = place / Math.max(1, before.heightOf(index));
    const base = this.#base;
    change();
    this.#readBase();
    const layout = this.#layout;
    if (!layout) return;
    // With the head in sight nothing lies above that could push.
    if (seen > 0 || base !== this.#base) {
      const now = layout.top(index) + (anew ? share * layout.heightOf(index) : place);
      const off = now - seen + (seen > 0 ? this.#base - base : 0);
      if (seen > 0 && Math.abs(off) > 0.01) this.#push(scroller, off);
    }
    this.update();
  }

  /** What is seen has come to lie so many px lower: takes it back to where it was. */
  #push(scroller: HTMLElement, off: number): void {
    const room = this.rooms.get(this.drawn[0]?.block.start ?? 0) ?? 0;
    if (this.#rest !== undefined && this.#range.first > 0 && room > off) {
      this.#shift -= off;
      flushSync();
    } else {
      flushSync();
      scroller.scrollTop += off;
    }
  }

  /** Puts the blocks where they should lie, and what is seen with them. */
  #settle(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    const { scroller } = this;
    const off = this.#shift;
    if (!scroller || off === 0) return;
    this.#shift = 0;
    flushSync();
    scroller.scrollTop -= off;
  }

  /** Draws the blocks that are near what is seen now. */
  update(): void {
    const { scroller } = this;
    const layout = this.#layout;
    if (!scroller || !layout) return;
    const high = scroller.clientHeight || 900;
    this.high = high;
    const top = scroller.scrollTop - this.#base - this.#shift;
    const first = layout.indexAt(top - high);
    const end = Math.min(layout.blocks.length, layout.indexAt(top + 2 * high) + 1);
    if (first !== this.#range.first || end !== this.#range.end) this.#range = { first, end };
    this.sight = { first: layout.lineAt(top), last: layout.lineAt(top + high) };
    // The first block drawn stands at the top, so no room can make up for anything above it.
    if (first === 0 && this.#shift !== 0) this.#settle();
  }
}

function heightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().height;
}
