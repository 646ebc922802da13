/** Languages by their names, which people see and type, where a query asks by tag: `en` for “English”. */
import type { FacetGroup, Hint, Term } from "../backend";
import { startOf } from "./query";

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

export function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    // What an imported text calls its language need not be a tag.
    return tag;
  }
}

/** The tag of a language by its name, one of those that are known first. */
function languageTag(name: string, known: readonly string[]): string | undefined {
  const tags = [...known, ...LETTERS.flatMap((one) => LETTERS.map((other) => one + other))];
  return tags.find((tag) => languageName(tag).toLowerCase() === name && tag.toLowerCase() !== name);
}

/** Languages that a query asks for by their names, which finds nothing: each with the tag that is meant. */
export function languageHints(query: string, terms: readonly Term[], facets: readonly FacetGroup[] | null): Hint[] {
  const known = facets?.find(({ key }) => key === "language")?.options.map(({ label }) => label) ?? [];
  return terms.flatMap((term) => {
    const start = term.key === "language" ? startOf(query, terms, term) : null;
    if (start === null) return [];
    return term.values.flatMap((value, index) => {
      const name = value.replace(/^=/, "").toLowerCase();
      if (known.some((tag) => tag.toLowerCase().startsWith(name))) return [];
      const tag = languageTag(name, known);
      if (tag === undefined) return [];
      const does = term.negated ? "leaves nothing out" : "finds nothing";
      const message = `“${value}” ${does}; did you mean “${tag}”?`;
      return [{ start: start + index, end: start + index + 1, message }];
    });
  });
}
