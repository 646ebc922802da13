/**
 * The model counts Unicode code points; JavaScript strings count UTF-16 units. These two meet here and nowhere else.
 * A lone surrogate counts as one code point, as iterating over a string does.
 */

/** Number of code points in `text`. */
export function codePointLength(text: string): number {
  let count = 0;
  for (let unit = 0; unit < text.length; unit += unitsAt(text, unit)) count += 1;
  return count;
}

/**
 * The UTF-16 index of the code point number `point`. Beyond the end of the text it is the text's length;
 * below zero it is 0.
 */
export function toUtf16(text: string, point: number): number {
  let unit = 0;
  for (let seen = 0; seen < point && unit < text.length; seen += 1) unit += unitsAt(text, unit);
  return unit;
}

/**
 * The number of code points before the UTF-16 index `unit`. An index in the middle of a surrogate pair belongs to the
 * code point it is in, so the pair is not counted.
 */
export function toCodePoints(text: string, unit: number): number {
  let point = 0;
  for (let at = 0; at < text.length; point += 1) {
    at += unitsAt(text, at);
    if (at > unit) return point;
  }
  return point;
}

/** The part of `text` from code point `start` up to, not including, code point `end`. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const from = toUtf16(text, start);
  return text.slice(from, from + toUtf16(text.slice(from), Math.max(0, end - Math.max(0, start))));
}

/** How many UTF-16 units the code point at `unit` takes: 1 or 2. */
function unitsAt(text: string, unit: number): number {
  return (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
}
