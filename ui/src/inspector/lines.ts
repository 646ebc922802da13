/** How the name of a value breaks in a fifth of the decision pad. */

/** Letters that fit beside nothing else, and that fit in one of two lines. */
const ONE = 10;
const TWO = 13;

/** One line where it is short, else two, else three: always at a space or after a slash, and as even as can be. */
export function linesOf(name: string): string[] {
  const words = name.trim().split(/\s+|(?<=\/)/u);
  const whole = words.join(" ").replaceAll("/ ", "/");
  if (whole.length <= ONE || words.length === 1) return [whole];
  const two = evenly(words, 2);
  return longest(two) <= TWO || words.length === 2 ? two : evenly(words, 3);
}

/** The words in so many lines, the longest of which is as short as can be. */
function evenly(words: readonly string[], lines: number): string[] {
  if (lines === 1) return [words.join(" ").replaceAll("/ ", "/")];
  let best: string[] | null = null;
  for (let first = 1; first <= words.length - lines + 1; first++) {
    const split = [...evenly(words.slice(0, first), 1), ...evenly(words.slice(first), lines - 1)];
    if (best === null || longest(split) < longest(best)) best = split;
  }
  return best ?? [];
}

function longest(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.length));
}
