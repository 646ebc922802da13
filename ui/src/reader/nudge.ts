/** Where a mention's end comes to lie when it is nudged by a word or by a character. Spans count code points. */
import type { TextRun } from "../backend";
import { codePointLength, toUtf16 } from "../text/codePoints";
import { nextCluster, previousCluster, wordsOf } from "../text/graphemes";

export interface Span {
  /** First code point. */
  start: number;
  /** One after the last code point. */
  end: number;
}

export interface Nudge {
  /** Which end moves. */
  end: "start" | "end";
  by: "word" | "character";
  /** On in the text, or back. */
  to: 1 | -1;
}

export interface Nudged extends Span {
  /** The words of the new span, verbatim. */
  exact: string;
}

const BLANK = /^\p{White_Space}*$/u;

/**
 * The span with one end moved to where the next or the last word ends (or begins, for the start), or past the next
 * character that is no white space. Nothing where that would leave no words, or go beyond the text.
 */
export function nudged(blocks: readonly TextRun[], span: Span, nudge: Nudge): Nudged | null {
  const around = textAround(blocks, span, nudge.end === "start" ? span.start : span.end);
  if (!around) return null;
  const { text, origin } = around;
  const unit = (point: number): number => toUtf16(text, point - origin);
  const from = { start: unit(span.start), end: unit(span.end) };
  const at = nudge.by === "word" ? wordEdge(text, from[nudge.end], nudge) : characterEdge(text, from[nudge.end], nudge);
  if (at === null) return null;
  const moved = { ...from, [nudge.end]: at };
  if (moved.start >= moved.end) return null;
  const point = (index: number): number => origin + codePointLength(text.slice(0, index));
  const exact = text.slice(moved.start, moved.end);
  return BLANK.test(exact) ? null : { start: point(moved.start), end: point(moved.end), exact };
}

/** The text from a block before the span to a block after it, and the code point it begins with. */
function textAround(blocks: readonly TextRun[], span: Span, edge: number): { text: string; origin: number } | null {
  const first = blocks.findLastIndex((block) => block.start <= Math.min(span.start, edge));
  const last = blocks.findIndex((block) => block.end >= Math.max(span.end, edge));
  if (first === -1 || last === -1) return null;
  const some = blocks.slice(Math.max(first - 1, 0), last + 2);
  const [head, ...rest] = some;
  if (!head) return null;
  return { text: head.text + rest.map(({ lead, text }) => lead + text).join(""), origin: head.start };
}

function wordEdge(text: string, at: number, { end, to }: Nudge): number | null {
  const edges = wordsOf(text).map((word) => word[end]);
  return (to === 1 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at)) ?? null;
}

/** Past the next character; white space at an end belongs to no mention, so it is gone over. */
function characterEdge(text: string, at: number, { end, to }: Nudge): number | null {
  for (let edge: number | null = at; ;) {
    edge = to === 1 ? nextCluster(text, edge) : previousCluster(text, edge);
    if (edge === null) return null;
    const beside = end === "start" ? nextCluster(text, edge) : previousCluster(text, edge);
    if (beside === null) return null;
    const sign = text.slice(Math.min(edge, beside), Math.max(edge, beside));
    if (!BLANK.test(sign)) return edge;
  }
}
