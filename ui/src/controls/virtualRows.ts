/**
 * Which rows of a long list are in sight, and where they stand.
 *
 * Browsers clamp an element at 33,554,428 px (seen in WebKitGTK and Chromium), so a list of more than
 * `MOST_ROWS_TRUE` rows is given a shorter ground and its scroll position is mapped in proportion: the top is the first
 * row, the bottom the last, whatever lies between.
 */

/** Up to this many rows the ground is as high as the rows together. */
export const MOST_ROWS_TRUE = 500_000;
/** No ground is higher than this, in px: below the browsers' clamp, with room for what stands around it. */
export const HIGHEST_GROUND = 30_000_000;

/** What a place loses on its way through the scroller and back, in rows. */
const ROUNDING = 1e-6;

export interface Geometry {
  /** Number of rows. */
  count: number;
  /** Height of each, px. */
  rowHeight: number;
  /** Height of what is seen of the list, px. */
  viewHeight: number;
}

/** Height of the ground that the scroller scrolls over, px. */
export function groundHeight({ count, rowHeight }: Geometry): number {
  return Math.min(Math.min(count, MOST_ROWS_TRUE) * rowHeight, HIGHEST_GROUND);
}

/** The place in the whole list, px from its top, that a scroll position shows at the view's top. */
export function placeAt(geometry: Geometry, scrollTop: number): number {
  const { real, ground } = ranges(geometry);
  if (ground <= 0) return 0;
  const at = clamp(scrollTop, 0, ground);
  return real === ground ? at : (at / ground) * real;
}

/** The scroll position that shows a place in the whole list, px from its top, at the view's top. */
export function scrollFor(geometry: Geometry, place: number): number {
  const { real, ground } = ranges(geometry);
  if (real <= 0) return 0;
  const at = clamp(place, 0, real);
  return real === ground ? at : (at / real) * ground;
}

export interface RowsInSight {
  /** The first row drawn. */
  first: number;
  /** One past the last row drawn. */
  end: number;
  /** Where the first row drawn stands on the ground, px. */
  top: number;
  /** The first and one past the last row that is seen at all. */
  seenFirst: number;
  seenEnd: number;
}

/** The rows to draw at a scroll position, with `spare` more above and below. */
export function rowsInSight(geometry: Geometry, scrollTop: number, spare: number): RowsInSight {
  const { count, rowHeight, viewHeight } = geometry;
  const place = placeAt(geometry, scrollTop);
  const seenFirst = clamp(Math.floor(place / rowHeight + ROUNDING), 0, Math.max(0, count - 1));
  const seenEnd = clamp(Math.ceil((place + viewHeight) / rowHeight - ROUNDING), 0, count);
  const first = Math.max(0, seenFirst - spare);
  const end = Math.min(count, seenEnd + spare);
  return { first, end, top: clampScroll(geometry, scrollTop) + first * rowHeight - place, seenFirst, seenEnd };
}

/** Where a row comes to stand when it is asked for; `nearest` moves as little as needed. */
export type Alignment = "nearest" | "start" | "center" | "end";

/** The scroll position that shows a row, or null where it is in sight already and `nearest` is asked for. */
export function scrollToRow(
  geometry: Geometry,
  scrollTop: number,
  row: number,
  alignment: Alignment = "nearest",
): number | null {
  const { count, rowHeight, viewHeight } = geometry;
  if (count === 0) return null;
  const start = clamp(row, 0, count - 1) * rowHeight;
  const end = start + rowHeight - viewHeight;
  const place = placeAt(geometry, scrollTop);
  if (alignment === "start") return scrollFor(geometry, start);
  if (alignment === "end") return scrollFor(geometry, end);
  if (alignment === "center") return scrollFor(geometry, (start + end) / 2);
  // A mapped position is a fraction of a pixel off after its way through the scroller.
  const slack = rowHeight / 100 + (ranges(geometry).real / Math.max(1, ranges(geometry).ground) - 1);
  if (start < place - slack) return scrollFor(geometry, start);
  if (end > place + slack) return scrollFor(geometry, end);
  return null;
}

/** How far the list truly scrolls, and how far its ground does. */
function ranges(geometry: Geometry): { real: number; ground: number } {
  const { count, rowHeight, viewHeight } = geometry;
  return {
    real: Math.max(0, count * rowHeight - viewHeight),
    ground: Math.max(0, groundHeight(geometry) - viewHeight),
  };
}

function clampScroll(geometry: Geometry, scrollTop: number): number {
  return clamp(scrollTop, 0, ranges(geometry).ground);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
