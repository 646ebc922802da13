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
      /** Marks that cover it, the outermost lane first. */
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
 * Gives each mark its lane: the shortest lies next to the letters, and a longer one lies below every shorter one that it
 * overlaps. Marks of one place keep their order.
 */
export function lay(marks: readonly Mark[]): LaidMark[] {
  const laid: LaidMark[] = [];
  for (const mark of marks.toSorted((one, other) => length(one) - length(other))) {
    const below = laid.filter((other) => other.start < mark.end && mark.start < other.end).map((other) => other.lane);
    laid.push({ ...mark, lane: below.length === 0 ? 0 : Math.max(...below) + 1 });
  }
  return laid;
}

/** The pieces of a block under the marks that touch it. */
export function piecesOf(block: TextRun, marks: readonly Mark[]): Piece[] {
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
  return drawn(block, laid, ends, [...cuts].sort(ascending));
}

function drawn(
  block: TextRun,
  laid: readonly LaidMark[],
  ends: readonly { mark: LaidMark; at: number }[],
  cuts: readonly number[],
): Piece[] {
  const units = unitsAt(block, cuts);
  const outermostFirst = laid.toSorted((one, other) => other.lane - one.lane);
  const innermostFirst = ends.toSorted((one, other) => one.mark.lane - other.mark.lane);
  const pieces: Piece[] = [];
  for (const [index, start] of cuts.entries()) {
    for (const { mark } of innermostFirst.filter((end) => end.at === start))
      pieces.push({ kind: "sign", mark, over: outermostFirst.filter((one) => one.start < start && one.end > start) });
    const end = cuts[index + 1];
    if (end === undefined) continue;
    const text = block.text.slice(units.get(start), units.get(end));
    pieces.push({
      kind: "text",
      start,
      text,
      over: outermostFirst.filter((one) => one.start < end && one.end > start),
    });
  }
  return pieces;
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
