/**
 * What could follow what is being typed. After `key:` the facet's options that have the letters typed so far, or for
 * keys without a facet the values there are; before it the keys that begin so.
 */
import type { FacetGroup, FacetOption, Key, Scale } from "../backend";
import { matches } from "../text/matches";
import { PRIORITIES } from "../text/words";
import { isKey, KEY_WORDS } from "./query";
import { BEINGS, HAVES, KEY_NAMES, optionLine, optionWords, PARTS } from "./words";

/** As many as are seen at a glance. */
const MOST = 9;

/** A word of so many letters may be meant as a key. */
const LETTERS = 2;

/** An option; its count is known where a facet has it, or where it was counted for itself. */
export type Offered = Pick<FacetOption, "value" | "label"> & { count?: number };

export interface Suggestions {
  /** Nothing where it is the key that is being typed. */
  key: Key | null;
  /** The letters of the value, or of the key, so far. */
  typed: string;
  /** Where in the draft the term begins, in UTF-16 units. */
  start: number;
  negated: boolean;
  /** Values of the same term that are typed already. */
  before: readonly string[];
  options: readonly Offered[];
}

/** What is known besides the facets: the scale of the workspace, its people, and who asks. */
export interface Known {
  scale?: Scale | undefined;
  people?: readonly string[];
  own?: string | undefined;
  /** Options that have the letters typed, beyond those that the facet lists. */
  beyond?: readonly Offered[];
}

/** A value that is being typed. */
type Typed = Omit<Suggestions, "options"> & { key: Key };

const VALUE = /(?:^|\s)(-?)([a-z.-]+):((?:(?:"[^"]*"|[^\s",]+),)*)(?:"([^"]*)|([^\s",]*))$/iu;
const KEY = /(?:^|\s)(-?)([a-z.]*)$/iu;

/** The value of a key that is being typed at the draft's end. */
export function typedValue(draft: string): Typed | null {
  const found = VALUE.exec(draft);
  const key = found?.[2]?.toLowerCase();
  if (!found || key === undefined || !isKey(key)) return null;
  const typed = found[4] ?? found[5] ?? "";
  const before = [...(found[3] ?? "").matchAll(/"([^"]*)"|([^",]+)/gu)].map((one) => one[1] ?? one[2] ?? "");
  return { key, typed, start: startOf(found), negated: found[1] === "-", before };
}

/**
 * Nothing where no key is being typed at the draft's end, or nothing fits.
 *
 * @param anyKey offers the keys before a letter of one is typed
 */
export function suggest(
  draft: string,
  facets: readonly FacetGroup[] | null,
  known: Known = {},
  anyKey = false,
): Suggestions | null {
  const value = typedValue(draft);
  if (!value) return suggestKey(draft, anyKey ? 0 : LETTERS);
  const { key, typed, before } = value;
  const group = facets?.find((one) => one.key === key);
  const fits = (option: Offered): boolean =>
    typed.trim() === "" ||
    (!COMPARED[key] && (matches(optionLine(key, option, known.scale), typed) || option.value.startsWith(typed)));
  const here = all(key, group?.options ?? [], known).filter(fits);
  const beyond = (known.beyond ?? []).filter((one) => !here.some((other) => other.value === one.value));
  const options = [...here, ...beyond]
    .filter(({ value }) => !before.includes(value))
    .toSorted((one, other) => Number(begins(key, other, typed, known)) - Number(begins(key, one, typed, known)))
    .slice(0, MOST);
  return options.length === 0 ? null : { ...value, options };
}

/** Whether the letters typed begin a word of an option, or only stand somewhere in it: what begins so is meant sooner. */
function begins(key: Key, option: Offered, typed: string, known: Known): boolean {
  const letters = typed.trim().toLowerCase();
  const words = `${option.value} ${optionWords(key, option, known.scale)}`.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.startsWith(letters));
}

/** Whether what is typed is a value as it stands: one of those offered, or the number of a document, which is rarely among them. */
export function isWhole({ key, typed, options }: Suggestions): boolean {
  const letters = typed.trim().toLowerCase();
  if (key === "document" && /^d\d+$/u.test(letters)) return true;
  return key !== null && options.some(({ value }) => value.replace(/^=/, "").toLowerCase() === letters);
}

function suggestKey(draft: string, letters: number): Suggestions | null {
  const found = KEY.exec(draft);
  const typed = found?.[2]?.toLowerCase() ?? "";
  if (!found || typed.length < letters) return null;
  const options = KEY_WORDS.filter((key) => key.startsWith(typed)).map((key) => ({
    value: key,
    label: KEY_NAMES[key],
  }));
  if (options.length === 0) return null;
  return { key: null, typed, start: startOf(found), negated: found[1] === "-", before: [], options };
}

function startOf(found: RegExpExecArray): number {
  return found.index + (found[0].length - found[0].trimStart().length);
}

/** Keys whose values are compared, with some that can stand there. */
const COMPARED: Partial<Record<Key, readonly string[]>> = {
  score: [">0.7", "0.5..0.8", "none"],
  evidence: ["0", ">=2", "1..3"],
  published: [">=2023-01", "2022-11..2023-02", "none"],
  "value.date": ["2022", ">=2022-06", "2022..2023", "none"],
};

function all(key: Key, options: readonly FacetOption[], known: Known): readonly Offered[] {
  const plain = (values: readonly string[]): Offered[] => values.map((value) => ({ value, label: value }));
  /** Fixed words in their order, with the counts that are known. */
  const fixed = (values: readonly string[]): Offered[] =>
    plain(values).map((one) => options.find(({ value }) => value === one.value) ?? one);
  switch (key) {
    case "has":
    case "no":
      return fixed(Object.keys(HAVES));
    case "is":
      return fixed(Object.keys(BEINGS));
    case "in":
      return plain(Object.keys(PARTS));
    case "priority":
      return fixed(Object.keys(PRIORITIES).reverse());
    case "rating":
      return plain(known.scale?.ratings.map(({ word }) => word) ?? []);
    case "checker":
    case "reviewer":
      return options.length > 0 ? mineFirst(options, known.own) : people(known);
    case "person":
      return people(known);
    default:
      return plain(COMPARED[key] ?? []).concat(options);
  }
}

function people(known: Known): Offered[] {
  const others = (known.people ?? []).filter((name) => name !== known.own);
  return [
    { value: "me", label: "me" },
    ...others.map((name) => ({ value: `=${name}`, label: name })),
    { value: "none", label: "none" },
  ];
}

/** The people with “Mine” first, which stands for the name of who asks. */
export function mineFirst(options: readonly FacetOption[], own: string | undefined): FacetOption[] {
  const mine = (option: FacetOption): boolean => own !== undefined && option.value === `=${own}`;
  const count = options.find(mine)?.count ?? 0;
  return [{ value: "me", label: "me", count }, ...options.filter((option) => !mine(option))];
}
