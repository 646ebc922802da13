/** The lines that a selection lies in, for what is drawn beside them. */
import type { SelectedLines } from "./barPlace";

/** The first and last line of a range in the page, and how far the last one's text goes; nothing where none is drawn. */
export function selectedLines(range: Range): SelectedLines | null {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
  const [start] = rects;
  const end = rects.at(-1);
  if (!start || !end) return null;
  const first = lineOf(rects, start);
  const last = lineOf(rects, end);
  const single = first.top === last.top && first.bottom === last.bottom;
  return { first, last: single ? first : last, lineEnd: Math.max(last.right, restOfLine(range, end)) };
}

/** All of the rectangles that lie in the same line as one of them. */
function lineOf(rects: readonly DOMRect[], one: DOMRect): DOMRect {
  const middle = (one.top + one.bottom) / 2;
  const line = rects.filter((rect) => rect.top <= middle && rect.bottom >= middle);
  const left = Math.min(...line.map((rect) => rect.left));
  const top = Math.min(...line.map((rect) => rect.top));
  const right = Math.max(...line.map((rect) => rect.right));
  return new DOMRect(left, top, right - left, Math.max(...line.map((rect) => rect.bottom)) - top);
}

/** Where the text after a range ends at the right, in the line of its last rectangle. */
function restOfLine(range: Range, end: DOMRect): number {
  const { endContainer } = range;
  const element = endContainer instanceof Element ? endContainer : endContainer.parentElement;
  const block = element?.closest("[data-start]");
  if (!block) return end.right;
  const rest = document.createRange();
  rest.setStart(endContainer, range.endOffset);
  rest.setEnd(block, block.childNodes.length);
  const middle = (end.top + end.bottom) / 2;
  const line = [...rest.getClientRects()].filter((rect) => rect.top <= middle && rect.bottom >= middle);
  return Math.max(end.right, ...line.map((rect) => rect.right));
}
