/** A document as it is set: its blocks with the marks and sentences of each, in order. */
import type { BlockKind, DocumentView, Mark, Sentence, TextRun } from "../backend";
import { codePointLength, sliceCodePoints, toUtf16 } from "../text/codePoints";

export interface SetBlock {
  block: TextRun;
  marks: readonly Mark[];
  /** Sentences that begin in it. */
  sentences: readonly Sentence[];
  /** It goes on with the next one: a long block is drawn in parts. */
  continues: boolean;
}

/** Which claims are marked. */
export type Shown = "all" | "to-do" | "none";

/** A block of more than this many code points is drawn in parts. */
export const LONG_BLOCK = 8000;
/** No part is longer than this, code points. */
export const LONGEST_PART = 4000;

/**
 * The blocks of a document, each with what lies in it. Marks may reach over several blocks.
 *
 * @param before the blocks as they were set: those in which nothing changed stay the same objects
 */
export function setBlocks(view: DocumentView, before: readonly SetBlock[] = []): SetBlock[] {
  let nextMark = 0;
  let nextSentence = 0;
  let open: Mark[] = [];
  const set: SetBlock[] = [];
  for (const whole of view.blocks)
    for (const block of parts(whole, view.sentences, nextSentence)) {
      open = open.filter((mark) => mark.end > block.start);
      for (let mark = view.marks[nextMark]; mark && mark.start < block.end; mark = view.marks[++nextMark])
        if (mark.end > block.start) open.push(mark);
      const first = nextSentence;
      while ((view.sentences[nextSentence]?.start ?? Infinity) < block.end) nextSentence += 1;
      const sentences = view.sentences.slice(first, nextSentence);
      const now = { block, marks: [...open], sentences, continues: block.end < whole.end };
      const was = before[set.length];
      set.push(was && isSame(was, now) ? was : now);
    }
  return set;
}

function isSame(one: SetBlock, other: SetBlock): boolean {
  const text = one.block.start === other.block.start && one.block.text === other.block.text;
  return text && sameItems(one.marks, other.marks) && sameItems(one.sentences, other.sentences);
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}

/** A block in parts that are quick to draw: each ends with a sentence, or in the midst of one that is very long. */
function parts(block: TextRun, sentences: readonly Sentence[], first: number): TextRun[] {
  if (block.end - block.start <= LONG_BLOCK) return [block];
  const runs: TextRun[] = [];
  let next = first;
  let unit = 0;
  for (let { start } = block; start < block.end;) {
    let end = Math.min(start + LONGEST_PART, block.end);
    let found = 0;
    for (; (sentences[next]?.start ?? Infinity) <= end; next += 1) found = sentences[next]?.start ?? 0;
    const last = cut(block.text, unit, found > start && end < block.end ? found - start : end - start, found > start);
    end = start + codePointLength(block.text.slice(unit, last));
    runs.push({ ...block, start, end, text: block.text.slice(unit, last) });
    [start, unit] = [end, last];
  }
  return runs;
}

/** The UTF-16 index at which a part ends; where no sentence ends there, it rather ends with a word. */
function cut(text: string, unit: number, points: number, ends: boolean): number {
  const last = unit + toUtf16(text.slice(unit), points);
  const space = text.lastIndexOf(" ", last - 1) + 1;
  return ends || last === text.length || space <= unit ? last : space;
}

/** The words from a code point up to another, as the source has them; blocks are parted by a space. */
export function wordsOf(blocks: readonly SetBlock[], start: number, end: number): string {
  let words = "";
  for (const { block, continues } of blocks) {
    if (block.end <= start || block.start >= end) continue;
    const part = sliceCodePoints(block.text, start - block.start, end - block.start);
    words += continues || block.end >= end ? part : `${part} `;
  }
  return words;
}

/** The marks shown: all, or those of claims that are not signed off, or none; the claim in hand always. */
export function shownMarks(marks: readonly Mark[], shown: Shown, hand: number | null): readonly Mark[] {
  if (shown === "all") return marks;
  return marks.filter((mark) => mark.key === hand || (shown === "to-do" && mark.status !== "signed-off"));
}

/** The mentions of each claim, the claims in the order of their first mentions. */
export function byClaim(marks: readonly Mark[]): Map<number, Mark[]> {
  const mentions = new Map<number, Mark[]>();
  for (const mark of marks) {
    const known = mentions.get(mark.key);
    if (known) known.push(mark);
    else mentions.set(mark.key, [mark]);
  }
  return mentions;
}

/** The sentence that a place lies in. */
export function sentenceAt(sentences: readonly Sentence[], point: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return sentences[low - 1];
}

/** How a block is set. */
export const BLOCK_STYLES: Record<BlockKind, string> = {
  headline: "headline",
  standfirst: "standfirst",
  byline: "front",
  dateline: "front",
  metadata: "front",
  caption: "caption",
  quote: "quotation",
  paragraph: "",
  list: "lines",
  table: "lines table",
  footnote: "front",
  speaker: "speaker",
};
