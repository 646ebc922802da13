/** Citations in a rationale: `[2]` cites the claim's second evidence, `[?]` evidence that is gone. */

export type Part =
  | { kind: "text"; text: string }
  | { kind: "cite"; text: string; number: number }
  /** Cites evidence that is gone, as `[?]`, or a number that no evidence has. */
  | { kind: "dangling"; text: string };

/**
 * Splits a rationale at its citations. `evidence` is how many pieces the claim has. Like the engine, takes a number of
 * four digits for a year.
 */
export function parts(rationale: string, evidence: number): Part[] {
  return rationale.split(/(\[(?:[1-9]\d{0,2}|\?)\])/).flatMap((text, index): Part[] => {
    if (text === "") return [];
    if (index % 2 === 0) return [{ kind: "text", text }];
    const number = Number(text.slice(1, -1));
    return [number <= evidence ? { kind: "cite", text, number } : { kind: "dangling", text }];
  });
}

/** How many words a text has, citations left out. */
export function wordCount(text: string): number {
  return text.replace(/\[(?:\d{1,3}|\?)\]/g, " ").match(/[\p{L}\p{N}]+(?:[’'.,:-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

export interface Begun {
  /** Where its bracket stands, in UTF-16 units. */
  from: number;
  /** What was typed after the bracket. */
  words: string;
}

/** The citation being typed before the caret: an open bracket and at most a few letters after it. */
export function begun(text: string, caret: number): Begun | null {
  const found = /\[([^[\]\n]{0,24})$/.exec(text.slice(0, caret));
  return found ? { from: found.index, words: found[1] ?? "" } : null;
}

/** The evidence that what was typed may mean: by its number, or by words of its title. */
export function offered<T extends { number: number; source: { title: string } }>(
  evidence: readonly T[],
  words: string,
): T[] {
  const sought = words.trim().toLocaleLowerCase();
  if (/^\d+$/.test(sought)) return evidence.filter(({ number }) => String(number).startsWith(sought));
  return evidence.filter(({ source }) => source.title.toLocaleLowerCase().includes(sought));
}

/** Completes the citation that was begun. Returns the text and where the caret is after it. */
export function cite(text: string, { from, words }: Begun, number: number): { text: string; caret: number } {
  const citation = `[${number}]`;
  // A bracket that was already closed by hand is not closed twice.
  const rest = text.slice(from + 1 + words.length).replace(/^\]/, "");
  return { text: text.slice(0, from) + citation + rest, caret: from + citation.length };
}
