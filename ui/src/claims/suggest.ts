/**
 * What could follow a `key:` that is being typed: the facet's options that have the letters typed so far, or for keys
 * without a facet the values there are.
 */
import type { FacetGroup, FacetOption, Key, Scale } from "../backend";
import { matches } from "../text/matches";
import { PRIORITIES } from "../text/words";
import { isKey } from "./query";
import { HAVES, optionWords } from "./words";

/** As many as are seen at a glance. */
const MOST = 9;

/** An option; its count is known where a facet has it. */
export type Offered = Pick<FacetOption, "value" | "label"> & { count?: number };

export interface Suggestions {
  key: Key;
  /** The letters after the colon. */
  typed: string;
  /** Where in the draft the term begins, in UTF-16 units. */
  start: number;
  negated: boolean;
  options: readonly Offered[];
}

/** What is known besides the facets: the scale of the workspace, its people, and who asks. */
export interface Known {
  scale?: Scale | undefined;
  people?: readonly string[];
  own?: string | undefined;
}

/** Nothing where no key is being typed at the draft's end, or nothing fits. */
export function suggest(draft: string, facets: readonly FacetGroup[] | null, known: Known = {}): Suggestions | null {
  const found = /(?:^|\s)(-?)([a-z]+):(?:"([^"]*)|([^\s",]*))$/iu.exec(draft);
  const key = found?.[2]?.toLowerCase();
  if (!found || key === undefined || !isKey(key)) return null;
  const typed = found[3] ?? found[4] ?? "";
  const group = facets?.find((one) => one.key === key);
  const fits = (option: Offered): boolean =>
    typed.trim() === "" || matches(optionWords(key, option, known.scale), typed) || option.value.startsWith(typed);
  const options = all(key, group?.options ?? [], known)
    .filter(fits)
    .slice(0, MOST);
  if (options.length === 0) return null;
  return {
    key,
    typed,
    start: found.index + (found[0].length - found[0].trimStart().length),
    negated: found[1] === "-",
    options,
  };
}

function all(key: Key, options: readonly FacetOption[], known: Known): readonly Offered[] {
  const plain = (values: readonly string[]): Offered[] => values.map((value) => ({ value, label: value }));
  switch (key) {
    case "has":
    case "no":
      return plain(Object.keys(HAVES));
    case "priority":
      return plain(Object.keys(PRIORITIES).reverse());
    case "rating":
      return plain(known.scale?.ratings.map(({ word }) => word) ?? []);
    case "checker":
      return mineFirst(options, known.own);
    case "reviewer":
    case "person":
      return [
        ...plain(["me"]),
        ...(known.people ?? []).filter((name) => name !== known.own).map(whole),
        ...plain(["none"]),
      ];
    default:
      return options;
  }
}

/** The checkers with “Mine” first, which stands for the name of who asks. */
export function mineFirst(options: readonly FacetOption[], own: string | undefined): FacetOption[] {
  const mine = (option: FacetOption): boolean => own !== undefined && option.value === `=${own}`;
  const count = options.find(mine)?.count ?? 0;
  return [{ value: "me", label: "me", count }, ...options.filter((option) => !mine(option))];
}

/** A name that is asked for by the whole of it. */
function whole(name: string): Offered {
  return { value: `=${name}`, label: name };
}
