/**
 * A query as chips and as text. The engine reads queries; here terms are written, and the text being typed is cut into
 * the pieces that the engine makes its terms of (`src-tauri/crates/model/src/query`).
 */
import type { Key, Term } from "../backend";

const KEYS: Record<Key, true> = {
  status: true,
  verdict: true,
  rating: true,
  said: true,
  claimant: true,
  document: true,
  publisher: true,
  language: true,
  year: true,
  published: true,
  kind: true,
  tag: true,
  "value.date": true,
  priority: true,
  score: true,
  evidence: true,
  person: true,
  checker: true,
  reviewer: true,
  has: true,
  no: true,
  is: true,
  in: true,
};

/** Keys whose values are compared: the sign alone asks for nothing yet. */
const COMPARING: ReadonlySet<Key> = new Set(["score", "evidence", "year", "published", "value.date"]);

export const KEY_WORDS = Object.keys(KEYS) as Key[];

export function isKey(word: string): word is Key {
  return Object.hasOwn(KEYS, word);
}

/** A term as it is typed: `-tag:print`, `claimant:"S. Lavrov"`, `"New START"`. */
export function writeTerm(term: Term): string {
  const values = term.values.map(term.key === null ? wordText : valueText);
  return `${sign(term)}${term.key === null ? "" : `${term.key}:`}${values.join(",")}`;
}

export function writeQuery(terms: readonly Term[]): string {
  return terms.map(writeTerm).join(" ");
}

/** Whether two queries are of the same terms. */
export function asksSame(one: readonly Term[], other: readonly Term[]): boolean {
  const written = (terms: readonly Term[]): string => terms.map(writeTerm).toSorted().join(" ");
  return written(one) === written(other);
}

/** What a chip shows before its colon and after it. */
export function chipParts(term: Term): { name: string; value: string } {
  return { name: `${sign(term)}${term.key ?? ""}`, value: term.values.map(valueText).join(",") };
}

/** The same chips, one of them asking for what it left out, or the other way round. */
export function flip(terms: readonly Term[], term: Term): Term[] {
  return terms.map((one) => (one === term ? { ...one, negated: !one.negated } : one));
}

/** How a query stands to one value of a key. */
export type Stand = "asked" | "excluded" | "free";

export function standOf(terms: readonly Term[], key: Key, value: string): Stand {
  const term = terms.find((one) => one.key === key && one.values.some((other) => isSame(key, other, value)));
  if (!term) return "free";
  return term.negated ? "excluded" : "asked";
}

/**
 * Asks for a value or, with `negated`, leaves it out; where it already stands so, takes that back. Values of one key
 * share a term, so that any of them will do.
 */
export function toggle(terms: readonly Term[], key: Key, value: string, negated = false): Term[] {
  const before = standOf(terms, key, value);
  const without = terms
    .map((term) =>
      term.key === key ? { ...term, values: term.values.filter((other) => !isSame(key, other, value)) } : term,
    )
    .filter((term) => term.values.length > 0);
  if (before === (negated ? "excluded" : "asked")) return without;
  const at = without.findIndex((term) => term.key === key && term.negated === negated);
  const found = without[at];
  if (!found) return [...without, { negated, key, values: [value] }];
  return without.with(at, { ...found, values: [...found.values, value] });
}

/**
 * Makes chips of what is typed: of each `key:value` that is finished, or of all with `whole`. Words stay as they were
 * typed.
 *
 * @param terms what the engine read in `draft`
 */
export function settle(draft: string, terms: readonly Term[], whole = false): { chips: Term[]; rest: string } {
  const pieces = cut(draft);
  const meant = pieces.filter((piece) => !piece.empty);
  const nothing = { chips: [], rest: draft };
  // The engine has the last word on what a text means.
  if (meant.length !== terms.length) return nothing;
  const chips: Term[] = [];
  const rest: string[] = [];
  let next = 0;
  for (const piece of pieces) {
    const term = piece.empty ? undefined : terms[next++];
    if (term && term.key !== null && (whole || piece.end < draft.length)) chips.push(term);
    else rest.push(draft.slice(piece.start, piece.end));
  }
  if (chips.length === 0) return nothing;
  const words = rest.join(" ");
  return { chips, rest: words !== "" && /\s$/u.test(draft) ? `${words} ` : words };
}

/**
 * The term in which something of a query stands, such as what a hint is about.
 *
 * @param text the query, and the terms that the engine read in it
 * @param at a code point of the text
 */
export function termAt(text: string, terms: readonly Term[], at: number): Term | null {
  const meant = cut(text).filter((piece) => !piece.empty);
  if (meant.length !== terms.length) return null;
  const units = [...text].slice(0, at).join("").length;
  return terms[meant.findIndex((piece) => piece.start <= units && units < piece.end)] ?? null;
}

/** Where a term of a query begins, in code points of its text: the other way round. */
export function startOf(text: string, terms: readonly Term[], term: Term): number | null {
  const meant = cut(text).filter((piece) => !piece.empty);
  const piece = meant.length === terms.length ? meant[terms.indexOf(term)] : undefined;
  return piece ? [...text.slice(0, piece.start)].length : null;
}

interface Piece {
  /** UTF-16 units. */
  start: number;
  end: number;
  /** Asks for nothing yet, as `status:` does. */
  empty: boolean;
}

/** The pieces of a text that the engine reads as a term each, or as nothing. */
function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) {
      at++;
      continue;
    }
    const start = at;
    // A minus whose word is still to come.
    const dashes = /^-+(?!\S)/u.exec(text.slice(at))?.[0].length;
    if (dashes !== undefined) {
      at += dashes;
      pieces.push({ start, end: at, empty: true });
      continue;
    }
    if (/^-[^\s-]/u.test(text.slice(at, at + 2))) at++;
    const word = /^([a-z.-]+):/i.exec(text.slice(at))?.[1];
    const key = word?.toLowerCase();
    const keyed = word !== undefined && key !== undefined && isKey(key);
    const compares = keyed && COMPARING.has(key);
    if (keyed) at += word.length + 1;
    let empty = true;
    for (;;) {
      const from = at;
      at = valueEnd(text, at, keyed);
      const value = text.slice(from, at);
      if (/[^\s"“”]/u.test(value) && !(compares && /^[<>=.]+$/.test(value))) empty = false;
      if (!keyed || text[at] !== ",") break;
      at++;
    }
    pieces.push({ start, end: at, empty });
  }
  return pieces;
}

/** Where a value that begins at `at` ends. */
function valueEnd(text: string, at: number, inList: boolean): number {
  // In a list the signs of a comparison may stand before the quotes.
  const signs = inList ? /^[<>=]+(?=["“])/.exec(text.slice(at))?.[0].length : undefined;
  at += signs ?? 0;
  const opened = text[at];
  if (opened === '"' || opened === "“") {
    for (at++; at < text.length; at++) {
      if (text[at] === '"' || (text[at] === "”" && opened === "“")) return at + 1;
      if (text[at] === "\\" && /["\\]/.test(text[at + 1] ?? "")) at++;
    }
    return text.length;
  }
  while (at < text.length && !isSpace(text[at]) && !(inList && text[at] === ",")) at++;
  return at;
}

function isSpace(sign: string | undefined): boolean {
  return sign !== undefined && /\s/u.test(sign);
}

function sign(term: Term): string {
  return term.negated ? "-" : "";
}

/** Whether two values of a key are one. A tag is the whole tag, whether `=` says so or not; but `none` asks for no tag. */
export function isSame(key: Key, one: string, other: string): boolean {
  const plain = (value: string): string => (key === "tag" ? value.replace(/^=(?!none$)/i, "") : value).toLowerCase();
  return plain(one) === plain(other);
}

function valueText(value: string): string {
  return value === "" || /^-|[\s,"“:\\]|^[<>=.]+$/u.test(value) ? quoted(value) : value;
}

/** Words are quoted only where they would be read as something else. */
function wordText(word: string): string {
  const key = /^([a-z.-]+):/i.exec(word)?.[1]?.toLowerCase();
  return /^["“-]|\s/u.test(word) || (key !== undefined && isKey(key)) ? quoted(word) : word;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
