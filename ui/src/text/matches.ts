/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/**
 * Cuts a text where the words looked for occur, whatever their case: the whole query where it occurs as it stands, else
 * each of its words.
 */
export function pieces(text: string, query: string): Piece[] {
  const whole = query.trim();
  if (whole === "") return [{ text, hit: false }];
  const sought = includes(text, whole) ? [whole] : whole.split(/\s+/u);
  // Longest first, so that a word inside another does not cut it.
  const pattern = sought
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  return text
    .split(new RegExp(`(${pattern})`, "giu"))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== "");
}

/** Whether every word of a query occurs in a text, whatever their case. */
export function matches(text: string, query: string): boolean {
  return query
    .trim()
    .split(/\s+/u)
    .every((word) => includes(text, word));
}

function includes(text: string, words: string): boolean {
  return text.toLocaleLowerCase().includes(words.toLocaleLowerCase());
}
