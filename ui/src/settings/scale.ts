/** A verdict scale while it is changed: its values as lines of a form, and what is sent of them. */
import type { Rating, RatingRef, ScaleDraft, ScaleUse } from "../backend";

/** The most values of a scale: each has a key from 1 to 9. */
export const MOST_RATINGS = 9;

/** A value as it is filled in. */
export interface Line extends Rating {
  /** Unlike any other line's, for as long as the form is open. */
  id: number;
  /** The number as it is typed. */
  typed: string;
}

/** What is wrong, and at which field: `name`, `ratings`, `ratings.2.number`. */
export interface Wrong {
  field: string;
  words: string;
}

/** The lines of a scale's values. */
export function linesOf(ratings: readonly Rating[]): Line[] {
  return ratings.map((rating, id) => ({ ...rating, id, typed: rating.number === null ? "" : String(rating.number) }));
}

/** A line to be filled in. */
export function newLine(lines: readonly Line[]): Line {
  const id = Math.max(-1, ...lines.map((line) => line.id)) + 1;
  return { id, word: "", name: "", role: "supported", description: "", number: null, verdict: "supported", typed: "" };
}

/** The lines with one of them moved; the same ones where it would leave the list. */
export function moved<T>(lines: readonly T[], from: number, by: number): readonly T[] {
  const line = lines[from];
  const to = from + by;
  if (line === undefined || to < 0 || to >= lines.length) return lines;
  const rest = lines.toSpliced(from, 1);
  return rest.toSpliced(to, 0, line);
}

/** A number as it is typed, with a point or a comma; nothing for none, `NaN` for what is no number. */
export function numberOf(typed: string): number | null {
  const text = typed.trim().replace(",", ".").replace("−", "-");
  if (text === "") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
}

/** The first line whose number cannot be read. */
export function wrongNumber(lines: readonly Line[]): Wrong | null {
  const at = lines.findIndex(({ typed }) => Number.isNaN(numberOf(typed)));
  return at < 0 ? null : { field: `ratings.${at}.number`, words: "Write a number, such as 3 or 0.5, or nothing." };
}

/** The values as they are sent: the new ones with a word made of their name, so that others can be replaced by them. */
export function ratingsOf(lines: readonly Line[]): Rating[] {
  const taken = new Set(lines.map(({ word }) => word).filter((word) => word !== ""));
  return lines.map((line) => {
    const { word, name, role, description, verdict, typed } = line;
    const free = word || freeWord(name, taken);
    taken.add(free);
    return { word: free, name, role, description: description.trim(), number: numberOf(typed), verdict };
  });
}

function freeWord(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? "value";
  let word = base;
  for (let number = 2; taken.has(word); number++) word = `${base}-${number}`;
  return word;
}

/** A value that goes although claims were given it. */
export interface Gone {
  word: string;
  name: string;
  claims: number;
}

/** The values of a scale that claims were given and that are no longer among its values. */
export function goneOf(use: ScaleUse, left: readonly Pick<Rating, "word">[]): Gone[] {
  return use.scale.ratings.flatMap(({ word, name }, at) => {
    const claims = use.claims[at] ?? 0;
    return claims > 0 && !left.some((one) => one.word === word) ? [{ word, name, claims }] : [];
  });
}

/** A value that may replace another one. */
export interface Choice extends RatingRef {
  name: string;
}

/** The replacements as they are sent; `chosen` holds the place of a choice for each value that goes. */
export function replacementsOf(
  gone: readonly Gone[],
  chosen: Readonly<Record<string, number>>,
  choices: readonly Choice[],
): ScaleDraft["replacements"] {
  return Object.fromEntries(
    gone.flatMap(({ word }) => {
      const choice = choices[chosen[word] ?? -1];
      return choice ? [[word, { scale: choice.scale, rating: choice.rating }]] : [];
    }),
  );
}
