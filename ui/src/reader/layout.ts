/**
 * Where the blocks of an article stand, px from the first one's top. A block that was drawn stands with its true height,
 * the others with what their text takes by the size of its letters.
 */
import type { BlockKind, TextRun } from "../backend";
import { firstAbove, lineAt, type Lines, wrap } from "./wrap";

/** How blocks of one style are set. */
export interface Setting {
  /** Letters in a line, on average. */
  measure: number;
  /** Height of a line, px. */
  line: number;
  /** Space below the block, px. */
  below: number;
  /** Whether line ends of the text are kept. */
  kept: boolean;
}

/** What the layout asks of a block. */
export interface Laid {
  block: TextRun;
  /** The block goes on with the next one: no space between them. */
  continues: boolean;
}

export class Layout {
  readonly blocks: readonly Laid[];
  readonly #settingOf: (kind: BlockKind) => Setting;
  readonly #starts: Float64Array;
  readonly #heights: Float64Array;
  readonly #tops: Float64Array;
  readonly #lines: (Lines | undefined)[];
  /** The tops from this block on are out of date. */
  #stale = 0;

  constructor(blocks: readonly Laid[], settingOf: (kind: BlockKind) => Setting) {
    this.blocks = blocks;
    this.#settingOf = settingOf;
    this.#starts = Float64Array.from(blocks, ({ block }) => block.start);
    this.#lines = new Array<Lines | undefined>(blocks.length);
    this.#tops = new Float64Array(blocks.length + 1);
    this.#heights = Float64Array.from(blocks, (block, index) => {
      return this.lines(index).ends.length * settingOf(block.block.kind).line + this.below(index);
    });
  }

  /** Height of all blocks, px. */
  get height(): number {
    return this.top(this.blocks.length);
  }

  /** The top of a block, px; that of the one after the last is the end. */
  top(index: number): number {
    const tops = this.#tops;
    for (; this.#stale < index; this.#stale += 1)
      tops[this.#stale + 1] = (tops[this.#stale] ?? 0) + (this.#heights[this.#stale] ?? 0);
    return tops[index] ?? 0;
  }

  /** Height of a block with the space below it, px. */
  heightOf(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Space below a block, px. */
  below(index: number): number {
    const block = this.blocks[index];
    return !block || block.continues ? 0 : this.#settingOf(block.block.kind).below;
  }

  /** Takes the true height of a block without the space below it, px. Returns whether it is another than before. */
  measure(index: number, height: number): boolean {
    const whole = height + this.below(index);
    if (Math.abs((this.#heights[index] ?? 0) - whole) < 0.01) return false;
    this.#heights[index] = whole;
    this.#stale = Math.min(this.#stale, index);
    return true;
  }

  /** The block at a place, px. */
  indexAt(y: number): number {
    this.top(this.blocks.length);
    return clamp(firstAbove(this.#tops, y) - 1, 0, this.blocks.length - 1);
  }

  /** The block that a code point of the document stands in, or the one before where it stands between two. */
  indexOf(point: number): number {
    return Math.max(0, firstAbove(this.#starts, point) - 1);
  }

  /** How the text of a block falls into lines. */
  lines(index: number): Lines {
    const block = this.blocks[index];
    if (!block) return { ends: [], widths: [] };
    const { measure, kept } = this.#settingOf(block.block.kind);
    return (this.#lines[index] ??= wrap(block.block.text, measure, kept));
  }

  /** About where a code point of the document stands, px: the middle of its line. */
  placeOf(point: number): number {
    const index = this.indexOf(point);
    const lines = this.lines(index);
    const line = lineAt(lines, point - (this.#starts[index] ?? 0));
    return this.top(index) + ((line + 0.5) / lines.ends.length) * (this.heightOf(index) - this.below(index));
  }

  /** About how many lines of a block lie above a place, px; a fraction. */
  lineAt(y: number): { index: number; line: number } {
    const index = this.indexAt(y);
    const share = (y - this.top(index)) / (this.heightOf(index) - this.below(index));
    return { index, line: clamp(share, 0, 1) * this.lines(index).ends.length };
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
