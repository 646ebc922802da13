/**
 * The coverage strip: the article in small, one bar a line. Where that would be higher than the window, the space between
 * blocks goes first; then each bar stands for as many lines as are needed, and is parted by the share of each state, so
 * that the strip of a book is as exact as that of a page.
 */
import type { Coverage, Mark, Sentence } from "../backend";
import { sentenceAt } from "./article";
import type { Layout } from "./layout";
import { firstAbove, lineAt } from "./wrap";

/** From one bar to the next, px. */
export const PITCH = 5;
/** Most space between blocks, px. */
const GAP = 4;
/** No two signs are nearer than this, px. */
const SIGN = 9;

const STATES = ["signed-off", "in-work", "not-checkable", "not-looked-at"] as const satisfies readonly Coverage[];

export interface Bar {
  /** Px from the strip's top. */
  top: number;
  /** Its parts from the left, each as wide as a share of a full line. */
  parts: { state: Coverage; width: number }[];
  /** Numbers of the first and last sentence in it. */
  first: number;
  last: number;
}

/** Where each line stands in the strip. */
export class StripScale {
  readonly #layout: Layout;
  /** Lines before each block, and spaces between blocks before it. */
  readonly #lines: Float64Array;
  readonly #spaces: Float64Array;
  readonly #gap: number;
  /** Lines to a bar. */
  readonly per: number;

  /** Made for a strip that may be so high, px. */
  constructor(layout: Layout, room: number) {
    const { length } = layout.blocks;
    this.#layout = layout;
    this.#lines = new Float64Array(length + 1);
    this.#spaces = new Float64Array(length + 1);
    for (let index = 0; index < length; index += 1) {
      this.#lines[index + 1] = (this.#lines[index] ?? 0) + layout.lines(index).ends.length;
      this.#spaces[index + 1] = (this.#spaces[index] ?? 0) + (layout.blocks[index]?.continues ? 0 : 1);
    }
    const lines = this.#lines[length] ?? 0;
    const left = Math.max(room, PITCH * 10) - lines * PITCH;
    this.#gap = Math.max(0, Math.min(GAP, Math.floor(left / Math.max(1, this.#spaces[length] ?? 0))));
    this.per = left >= 0 ? 1 : Math.ceil(lines / Math.floor(Math.max(room, PITCH * 10) / PITCH));
  }

  /** Height of the strip, px. */
  get height(): number {
    const { length } = this.#layout.blocks;
    return Math.ceil((this.#lines[length] ?? 0) / this.per) * PITCH + (this.#spaces[length] ?? 0) * this.#gap;
  }

  /** The bar that a line of a block is in, from 0. */
  barOf(index: number, line: number): number {
    return Math.floor(((this.#lines[index] ?? 0) + line) / this.per);
  }

  /** Where a line of a block, or a fraction of lines, stands, px. */
  placeOf(index: number, line: number): number {
    return (((this.#lines[index] ?? 0) + line) / this.per) * PITCH + (this.#spaces[index] ?? 0) * this.#gap;
  }

  /** The line at a place, px. */
  lineAt(y: number): { index: number; line: number } {
    const { length } = this.#layout.blocks;
    let low = 0;
    let high = Math.max(0, length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.placeOf(middle, 0) <= y) low = middle;
      else high = middle - 1;
    }
    const line = ((y - this.placeOf(low, 0)) / PITCH) * this.per;
    return { index: low, line: Math.max(0, Math.min(line, this.#layout.lines(low).ends.length)) };
  }

  /** Where the line begins that a code point of the document stands in, px. */
  topOf(point: number): number {
    const index = this.#layout.indexOf(point);
    const line = lineAt(this.#layout.lines(index), point - (this.#layout.blocks[index]?.block.start ?? 0));
    return this.per === 1 ? this.placeOf(index, line) : this.barOf(index, line) * PITCH;
  }
}

/** The bars of an article. */
export function barsOf(layout: Layout, sentences: readonly Sentence[], scale: StripScale): Bar[] {
  const bars: Bar[] = [];
  let next = 0;
  for (const [index, { block }] of layout.blocks.entries()) {
    const lines = layout.lines(index);
    let at = block.start;
    for (const [line, end] of lines.ends.entries()) {
      const number = scale.barOf(index, line);
      const bar = (bars[number] ??= {
        top: scale.per === 1 ? scale.placeOf(index, line) : number * PITCH,
        parts: [],
        first: 0,
        last: 0,
      });
      const width = (lines.widths[line] ?? 0) / scale.per / Math.max(1, block.start + end - at);
      for (const stop = block.start + end; at < stop;) {
        while ((sentences[next]?.start ?? Infinity) <= at) next += 1;
        const sentence = sentences[next - 1];
        const until = Math.min(stop, sentences[next]?.start ?? Infinity);
        if (sentence) add(bar, sentence, (until - at) * width, scale.per === 1);
        at = until;
      }
    }
  }
  return bars;
}

function add(bar: Bar, sentence: Sentence, width: number, inOrder: boolean): void {
  bar.first ||= sentence.number;
  bar.last = sentence.number;
  const state = sentence.coverage;
  const known = inOrder ? bar.parts.at(-1) : bar.parts.find((part) => part.state === state);
  if (known?.state === state) known.width += width;
  else bar.parts.push({ state, width });
  if (!inOrder) bar.parts.sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

/** Where the sentences of mentions stand: from the first line of each to its last, px; what touches is one. */
export function bandsOf(
  mentions: readonly Mark[],
  sentences: readonly Sentence[],
  scale: StripScale,
): { top: number; height: number }[] {
  const bands: { top: number; height: number }[] = [];
  for (const mention of mentions) {
    const first = sentenceAt(sentences, mention.start);
    const last = sentenceAt(sentences, mention.end - 1);
    if (!first || !last) continue;
    const top = scale.topOf(first.start);
    const height = scale.topOf(last.end - 1) + PITCH - top;
    const before = bands.at(-1);
    if (before && top <= before.top + before.height) before.height = Math.max(before.height, top + height - before.top);
    else bands.push({ top, height });
  }
  return bands;
}

export interface Sign {
  top: number;
  verdict: "refuted" | "conflicting";
}

/** Signs at the edge for what is refuted or conflicting; where they would cover one another, what is refuted goes first. */
export function signsOf(marks: readonly Mark[], sentences: readonly Sentence[], scale: StripScale): Sign[] {
  const signs: Sign[] = [];
  for (const verdict of ["refuted", "conflicting"] as const)
    for (const mark of marks) {
      if (mark.verdict !== verdict) continue;
      const top = scale.topOf(sentenceAt(sentences, mark.start)?.start ?? mark.start);
      const at = firstAbove(
        signs.map((sign) => sign.top),
        top,
      );
      if (top - (signs[at - 1]?.top ?? -Infinity) < SIGN || (signs[at]?.top ?? Infinity) - top < SIGN) continue;
      signs.splice(at, 0, { top, verdict });
    }
  return signs;
}
