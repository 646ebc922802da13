/** Where the bar over selected words stands: beside them or above, never on them, and within its frame. In CSS pixels. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface SelectedLines {
  /** The first and the last line of the words selected; the same for words of one line. */
  first: Box;
  last: Box;
  /** Where the text of the last line ends at the right, selected or not. */
  lineEnd: number;
}

/** From the words to the bar: beside them, and above or below. */
const BESIDE = 14;
const APART = 4;
/** From the bar to the edge of the frame. */
const MARGIN = 8;

/** Whether a bar of a width has room in its frame. */
export function fits(width: number, frame: Box): boolean {
  return width + 2 * MARGIN <= frame.right - frame.left;
}

/** The bar's left and top for its size. */
export function barPlace(
  { first, last, lineEnd }: SelectedLines,
  size: { width: number; height: number },
  frame: Box,
): { left: number; top: number } {
  const within = (top: number): boolean => top >= frame.top + APART && top + size.height <= frame.bottom - APART;
  const right = frame.right - MARGIN - size.width;
  const beside = Math.max(last.right, lineEnd) + BESIDE;
  const middle = (last.top + last.bottom - size.height) / 2;
  // The line above the last is selected too, and the bar is higher than a line.
  const level = first === last ? middle : Math.max(middle, last.top);
  if (beside <= right && within(level)) return { left: beside, top: level };
  const left = (start: number): number => Math.max(Math.min(start, right), frame.left + MARGIN);
  const above = first.top - APART - size.height;
  if (within(above)) return { left: left(first.left), top: above };
  const below = last.bottom + APART;
  if (within(below)) return { left: left(last.left), top: below };
  // The words fill the frame.
  return { left: right, top: frame.bottom - MARGIN - size.height };
}
