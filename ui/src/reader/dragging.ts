/**
 * Where a selection ends that the pointer has dragged out of the text: in the line under the pointer. The browser would
 * go on to whatever text lies there, the strip's or another pane's, and so take in all of the article before it.
 */

/** A place of the pointer in the window, px. */
export interface Pointer {
  x: number;
  y: number;
}

/** From an edge to a point that is surely inside it, px. */
const INSIDE = 1;

/**
 * The place in the article's text nearest to a pointer that is beside the text; nothing while it is on the text, where
 * the browser knows best.
 *
 * @param frame what scrolls, and is seen of the article
 */
export function endBeside(pointer: Pointer, article: Element, frame: Element): { node: Node; offset: number } | null {
  const seen = frame.getBoundingClientRect();
  const y = between(pointer.y, seen.top + INSIDE, seen.bottom - INSIDE);
  const nearest = nearestBlock(y, article);
  if (!nearest) return null;
  const { block, rect } = nearest;
  const x = between(pointer.x, rect.left + INSIDE, rect.right - INSIDE);
  const line = between(y, rect.top + INSIDE, rect.bottom - INSIDE);
  if (x === pointer.x && line === pointer.y) return null;
  const place = document.caretRangeFromPoint(x, line);
  if (!place || !block.contains(place.startContainer)) return null;
  return { node: place.startContainer, offset: place.startOffset };
}

/** The block of text at a height of the window, else the one with the least space to it. */
function nearestBlock(y: number, article: Element): { block: Element; rect: DOMRect } | null {
  let nearest: { block: Element; rect: DOMRect; away: number } | null = null;
  for (const block of article.querySelectorAll("[data-start]")) {
    const rect = block.getBoundingClientRect();
    const away = Math.max(rect.top - y, y - rect.bottom, 0);
    if (!nearest || away < nearest.away) nearest = { block, rect, away };
  }
  return nearest;
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
