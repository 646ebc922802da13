/** What could follow a `key:` that is being typed: the facet's options that have the letters typed so far. */
import type { FacetGroup, FacetOption, Key } from "../backend";
import { matches } from "../text/matches";
import { isKey } from "./query";
import { optionWords } from "./words";

/** As many as are seen at a glance. */
const MOST = 8;

export interface Suggestions {
  key: Key;
  /** The letters after the colon. */
  typed: string;
  /** Where in the draft the term begins, in UTF-16 units. */
  start: number;
  negated: boolean;
  options: readonly FacetOption[];
}

/** Nothing where no key is being typed at the draft's end, or nothing fits. */
export function suggest(draft: string, facets: readonly FacetGroup[] | null): Suggestions | null {
  const found = /(?:^|\s)(-?)([a-z]+):(?:"([^"]*)|([^\s",]*))$/iu.exec(draft);
  const key = found?.[2]?.toLowerCase();
  if (!found || key === undefined || !isKey(key)) return null;
  const typed = found[3] ?? found[4] ?? "";
  const group = facets?.find((one) => one.key === key);
  const fits = (option: FacetOption): boolean => typed.trim() === "" || matches(optionWords(key, option), typed);
  const options = (group?.options ?? []).filter(fits).slice(0, MOST);
  if (options.length === 0) return null;
  return {
    key,
    typed,
    start: found.index + (found[0].length - found[0].trimStart().length),
    negated: found[1] === "-",
    options,
  };
}
