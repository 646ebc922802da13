/** How a text would fall into lines: good enough for heights of what is not drawn, and for the strip. */

export interface Lines {
  /** One after the last code point of each line, counted from the text's beginning. */
  ends: readonly number[];
  /** How far each line is filled, 0 to 1. */
  widths: readonly number[];
}

/** From here on letters are about twice as wide as Latin ones, and a line may end between any two of them. */
const WIDE = 0x2e80;
const WIDE_LETTER = 2;

/**
 * Breaks a text between words into lines of `measure` letters, as a browser does; a longer word is cut. Line ends of the
 * text itself count only where it is set with them (`kept`).
 */
export function wrap(text: string, measure: number, kept = false): Lines {
  const ends: number[] = [];
  const widths: number[] = [];
  let point = 0;
  let line = 0;
  // The last place at which the line may end: how wide it is there, without and with the space that follows.
  let place = -1;
  let before = 0;
  let after = 0;
  const end = (at: number, width: number): void => {
    ends.push(at);
    widths.push(Math.min(1, width / measure));
    place = -1;
  };
  for (let unit = 0; unit < text.length; unit += 1) {
    const code = text.codePointAt(unit) ?? 0;
    if (code > 0xffff) unit += 1;
    point += 1;
    if (code === 10 && kept) {
      end(point, line);
      line = 0;
    } else if (code === 32 || code === 10 || code === 9) {
      [place, before] = [point, line];
      after = line += 1;
    } else {
      const letter = code >= WIDE ? WIDE_LETTER : 1;
      if (line + letter > measure && line > 0) {
        if (place >= 0) {
          line -= after;
          end(place, before);
        } else {
          end(point - 1, line);
          line = 0;
        }
      }
      line += letter;
      if (letter > 1) [place, before, after] = [point, line, line];
    }
  }
  if (ends.at(-1) !== point || point === 0) end(point, line);
  return { ends, widths };
}

/** The line that a code point of the text stands in. */
export function lineAt(lines: Lines, point: number): number {
  return Math.min(firstAbove(lines.ends, point), lines.ends.length - 1);
}

/** The index of the first number above a value in an ascending list; its length where none is. */
export function firstAbove(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
