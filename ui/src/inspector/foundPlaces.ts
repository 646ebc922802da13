/** Places where a claim's words stand too: how they are listed, what is marked in them, which are ticked at first. */
import type { Difference, DifferenceSort, FoundPlace } from "../backend";
import { sliceCodePoints } from "../text/codePoints";

/** As many as are listed at most. */
export const MOST_PLACES = 300;

const NAMES: Record<DifferenceSort, string> = {
  number: "Number",
  date: "Date",
  name: "Name",
  polarity: "Negation",
  word: "Word",
  case: "capitals",
  quotes: "quotation marks",
  punctuation: "punctuation",
  spacing: "spaces",
  hidden: "invisible characters",
};

/** Differences of words; the others are of marks between the same words. */
const OF_WORDS: ReadonlySet<DifferenceSort> = new Set(["number", "date", "name", "polarity", "word"]);

/** What can make another claim of it, so that a person has to look. */
const TELLING: ReadonlySet<DifferenceSort> = new Set(["number", "date", "name", "polarity"]);

export function placeKey({ document, start, end }: FoundPlace): string {
  return `${document}:${start}-${end}`;
}

/** Whether it is ticked at first: it has the very words of the claim. */
export function sameWords(place: FoundPlace): boolean {
  return !place.known && place.differences.every(({ sort }) => !OF_WORDS.has(sort));
}

/** Whether a number, date, name or negation differs. */
export function isTelling({ differences }: FoundPlace): boolean {
  return differences.some(({ sort }) => TELLING.has(sort));
}

/** New places first, those of one document before all others, then by document and likeness. */
export function ordered(places: readonly FoundPlace[], first: number | null): FoundPlace[] {
  return places.toSorted(
    (one, other) =>
      Number(one.known) - Number(other.known) ||
      Number(one.document !== first) - Number(other.document !== first) ||
      one.document - other.document ||
      other.likeness - one.likeness ||
      one.start - other.start,
  );
}

/** The words of a place cut where they differ from the claim's. */
export function marked(place: FoundPlace): { text: string; differs: boolean }[] {
  const pieces: { text: string; differs: boolean }[] = [];
  let at = place.start;
  const cut = (to: number, differs: boolean): void => {
    if (to > at) pieces.push({ text: sliceCodePoints(place.exact, at - place.start, to - place.start), differs });
    at = Math.max(at, to);
  };
  const spans = place.differences.flatMap(({ sort, place: span }) => (span && OF_WORDS.has(sort) ? [span] : []));
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    if (span.start < place.start || span.end > place.end) continue;
    cut(span.start, false);
    cut(span.end, true);
  }
  cut(place.end, false);
  return pieces;
}

/** What differs, in words: “Number: 10 here twelve; other capitals”. Empty where nothing does. */
export function differing({ differences }: FoundPlace): string[] {
  const words = differences.filter(({ sort }) => OF_WORDS.has(sort)).map(inWords);
  const marks = differences.filter(({ sort }) => !OF_WORDS.has(sort)).map(({ sort }) => NAMES[sort]);
  return [...words, ...(marks.length > 0 ? [`Other ${marks.join(", ")}`] : [])];
}

function inWords({ sort, ours, theirs }: Difference): string {
  if (theirs === "") return `${NAMES[sort]}: without “${ours}”`;
  if (ours === "") return `${NAMES[sort]}: with “${theirs}”`;
  return `${NAMES[sort]}: “${theirs}” for “${ours}”`;
}
