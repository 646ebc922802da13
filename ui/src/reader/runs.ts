/**
 * Cuts a block of text where claims begin and end, so that each piece can be drawn inside one box for each claim that
 * covers it. Offsets are code points of the document; the pieces put together are the block's text, unchanged.
 */
import type { Mark, TextRun } from "../backend";
import { codePointLength, toUtf16 } from "../text/codePoints";

/** A claim's mark with the lane its underline is drawn in: 0 next to the letters, each higher one a little lower. */
export interface LaidMark extends Mark {
  lane: number;
}

export type Piece =
  | {
      kind: "text";
      /** First code point. */
      start: number;
      text: string;
      /** Marks that cover it, the longest first. */
      over: readonly LaidMark[];
    }
  | {
      /** Where the sign of a claim stands: after its last word and what closes it. */
      kind: "sign";
      mark: LaidMark;
      over: readonly LaidMark[];
    };

/** No piece of text is longer than this many code points, so that no text node gets huge. */
export const LONGEST = 2000;

/** Marks that close a clause, or quotation marks and brackets that close a quotation; not within a word or a number. */
const CLOSING = /[.,;:!?…)\]}”’"'»]+(?![\p{L}\p{N}])/uy;

/**
 * A block is drawn in about as many boxes at most, each piece in at least the innermost few: hundreds of claims over the
 * same words would be tens of thousands. So 44 claims over the same words keep all of theirs, and the one in hand always.
 */
const BOXES = 4000;
export const FEWEST = 6;

/** No underline lies deeper than in this lane. */
export const DEEPEST = 63;

/**
 * Gives each mark its lane: the shortest lies next to the letters, and a longer one in the first lane that is free of
 * those it overlaps. Marks of one place keep their order.
 */
export function lay(marks: readonly Mark[]): LaidMark[] {
  const cuts = [...new Set(marks.flatMap((mark) => [mark.start, mark.end]))].sort(ascending);
  const slot = new Map(cuts.map((at, index) => [at, index]));
  // The lanes taken between each cut and the next, a bit each, 32 to a row.
  const rows = Array.from({ length: (DEEPEST + 1) / 32 }, () => new Uint32Array(cuts.length));
  return marks
    .toSorted((one, other) => length(one) - length(other))
    .map((mark) => {
      const [from, to] = [slot.get(mark.start) ?? 0, slot.get(mark.end) ?? 0];
      let lane = DEEPEST;
      for (const [row, taken] of rows.entries()) {
        let all = 0;
        for (let at = from; at < to; at += 1) all |= taken[at] ?? 0;
        if (all === -1) continue;
        const bit = ~all & (all + 1);
        for (let at = from; at < to; at += 1) taken[at] = (taken[at] ?? 0) | bit;
        lane = row * 32 + 31 - Math.clz32(bit);
        break;
      }
      return { ...mark, lane };
    });
}

/** The pieces of a block under the marks that touch it; the claim in hand is boxed wherever it is. */
export function piecesOf(block: TextRun, marks: readonly Mark[], hand: number | null = null): Piece[] {
  const laid = lay(marks.filter((mark) => mark.start < block.end && mark.end > block.start && mark.start < mark.end));
  const ends = laid.filter((mark) => mark.end <= block.end).map((mark) => ({ mark, at: mark.end }));
  const cuts = new Set([block.start, block.end]);
  for (const mark of laid) cuts.add(Math.max(mark.start, block.start)).add(Math.min(mark.end, block.end));
  for (let at = block.start + LONGEST; at < block.end; at += LONGEST) cuts.add(at);
  const units = unitsAt(block, [...cuts]);
  for (const end of ends) {
    end.at += closing(block.text, units.get(end.at) ?? 0);
    cuts.add(end.at);
  }
  return drawn(block, laid, ends, [...cuts].sort(ascending), hand);
}

function drawn(
  block: TextRun,
  laid: readonly LaidMark[],
  ends: readonly { mark: LaidMark; at: number }[],
  cuts: readonly number[],
  hand: number | null,
): Piece[] {
  const units = unitsAt(block, cuts);
  const begun = laid.toSorted((one, other) => one.start - other.start);
  const signs = new Map<number, LaidMark[]>();
  for (const { mark, at } of ends) signs.set(at, [...(signs.get(at) ?? []), mark]);
  const pieces: Piece[] = [];
  const most = Math.max(FEWEST, Math.floor(BOXES / cuts.length));
  // The marks that cover the place reached, the longest first.
  let over: LaidMark[] = [];
  let next = 0;
  for (const [index, start] of cuts.entries()) {
    const through = over.filter((one) => one.end > start);
    for (const mark of (signs.get(start) ?? []).sort((one, other) => one.lane - other.lane))
      pieces.push({ kind: "sign", mark, over: shallow(through, most, hand) });
    over = through;
    for (let mark = begun[next]; mark && mark.start <= start; mark = begun[++next])
      if (mark.end > start) over.push(mark);
    over.sort((one, other) => length(other) - length(one) || other.lane - one.lane);
    const end = cuts[index + 1];
    if (end === undefined) continue;
    const text = block.text.slice(units.get(start), units.get(end));
    pieces.push({ kind: "text", start, text, over: shallow(over, most, hand) });
  }
  return pieces;
}

/** The innermost of many marks, and that of the claim in hand. */
function shallow(over: readonly LaidMark[], most: number, hand: number | null): readonly LaidMark[] {
  const first = over.length - most;
  return over.filter((mark, index) => index >= first || mark.key === hand);
}

/** The UTF-16 indexes in a block's text of code points of the document, in one walk over the text. */
function unitsAt(block: TextRun, points: readonly number[]): Map<number, number> {
  const units = new Map<number, number>();
  let point = block.start;
  let unit = 0;
  for (const next of points.toSorted(ascending)) {
    unit += toUtf16(block.text.slice(unit), next - point);
    point = next;
    units.set(next, unit);
  }
  return units;
}

/** How many code points of closing punctuation follow in a text from a UTF-16 index. */
function closing(text: string, unit: number): number {
  CLOSING.lastIndex = unit;
  return codePointLength(CLOSING.exec(text)?.[0] ?? "");
}

function length(mark: Mark): number {
  return mark.end - mark.start;
}

function ascending(one: number, other: number): number {
  return one - other;
}
