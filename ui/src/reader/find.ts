/**
 * Finds words in the article, over the text of its blocks and not over what is drawn. Case, diacritics, the style of
 * quotation marks and dashes, invisible characters, and where lines and blocks break make no difference.
 */
import type { TextRun } from "../backend";

/** The article as it is searched. */
export interface Searched {
  /** The text folded: lower case, without diacritics, white space as one space. */
  text: string;
  /** The code point of the document that each UTF-16 unit of it comes from; one more at the end. */
  points: Uint32Array;
}

/** Where the words occur, in order, in code points of the document. No two overlap. */
export interface Found {
  starts: readonly number[];
  /** One after the last code point of each. */
  ends: readonly number[];
}

export const NOTHING: Found = { starts: [], ends: [] };

/** Letters with a stroke, and joined ones, that Unicode does not take apart. */
const APART: Record<string, string> = { ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", æ: "ae", œ: "oe" };

const QUOTATION = /^[`´‘’‚‛“”„‟′″‹›«»〝〞ʼ＂＇"']$/u;
const DASH = /^[\p{Dash_Punctuation}−]$/u;
const SPACE = /^[\s\u0085]$/u;
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Accents, and the points of Hebrew and Arabic: words are often written without them. Other marks are letters' parts. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670]/gu;
/** What cannot begin a letter: where one follows, the match would end inside a letter. */
const PART = /^[\p{M}\u1160-\u11ff]/u;

const folds = new Map<number, string>();

/** A code point folded: nothing where it is ignored, a space for any white space. */
function fold(point: number): string {
  const known = folds.get(point);
  if (known !== undefined) return known;
  const folded = foldAnew(String.fromCodePoint(point));
  folds.set(point, folded);
  return folded;
}

function foldAnew(sign: string): string {
  if (SPACE.test(sign)) return " ";
  if (QUOTATION.test(sign)) return "'";
  if (DASH.test(sign)) return "-";
  if (INVISIBLE.test(sign)) return "";
  // By way of upper case, so that ß is ss and the two forms of sigma are one.
  const plain = sign.normalize("NFKD").toUpperCase().toLowerCase().replace(ACCENTS, "");
  return [...plain].map((letter) => APART[letter] ?? letter.replaceAll("ς", "σ")).join("");
}

/** How many units are folded between two chances for others; no code point folds to more than that. */
const STEP = 4000;

/** Makes an article ready to be searched; a yield is a chance to let others work. */
export function* searching(blocks: readonly TextRun[]): Generator<void, Searched> {
  const first = blocks[0];
  const last = blocks.at(-1);
  let point = first ? first.start - [...first.lead].length : 0;
  // Few code points fold to more than one unit, so there is seldom cause to grow.
  let points = new Uint32Array(((last?.end ?? 0) - point) * 1.1 + 64);
  const parts: string[] = [];
  const part = new Uint16Array(4 * STEP);
  let parted = 0;
  let length = 0;
  let spaced = true;
  for (const { lead, text } of blocks) {
    const run = lead + text;
    for (let unit = 0; unit < run.length; point += 1) {
      const code = run.codePointAt(unit) ?? 0;
      unit += code > 0xffff ? 2 : 1;
      const folded = fold(code);
      if (!(spaced && folded === " ")) {
        if (length + folded.length >= points.length) points = grown(points);
        for (let at = 0; at < folded.length; at += 1) {
          part[length - parted] = folded.charCodeAt(at);
          points[length++] = point;
        }
      }
      if (folded !== "") spaced = folded === " ";
      if (length - parted >= STEP) {
        parts.push(textOf(part.subarray(0, length - parted)));
        parted = length;
        yield;
      }
    }
  }
  points[length] = point;
  parts.push(textOf(part.subarray(0, length - parted)));
  return { text: parts.join(""), points };
}

/** The string of UTF-16 units. */
function textOf(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[]);
}

function grown(from: Uint32Array): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2);
  to.set(from);
  return to;
}

/** What is looked for, folded as the article is; empty where there is nothing to look for. */
export function sought(words: string): string {
  return [...words]
    .map((sign) => fold(sign.codePointAt(0) ?? 0))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

/** Finds words in an article; a yield is a chance to let others work. */
export function* finding({ text, points }: Searched, words: string): Generator<void, Found> {
  const query = sought(words);
  if (query === "") return NOTHING;
  const starts: number[] = [];
  const ends: number[] = [];
  let tried = 0;
  for (let unit = text.indexOf(query); unit !== -1; unit = text.indexOf(query, unit + 1)) {
    if (++tried % 1000 === 0) yield;
    const after = unit + query.length;
    const start = points[unit] ?? 0;
    // Half of ß is the whole; a mark that was dropped after a letter belongs to it.
    const end = Math.max((points[after - 1] ?? 0) + 1, points[after] ?? 0);
    if (start < (ends.at(-1) ?? 0) || PART.test(text.charAt(after))) continue;
    starts.push(start);
    ends.push(end);
  }
  return { starts, ends };
}

/** The first that begins at or after a place, or else the first of all: its index, -1 where there is none. */
export function nearest(found: Found, point: number): number {
  const { starts } = found;
  if (starts.length === 0) return -1;
  const at = firstFrom(starts, point);
  return at === starts.length ? 0 : at;
}

/** The indexes, from and up to, of those that touch a stretch of the document. */
export function within(found: Found, start: number, end: number): [from: number, to: number] {
  return [firstFrom(found.ends, start + 1), firstFrom(found.starts, end)];
}

/** The index of the first of ascending numbers that is not below `least`. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How long work may hold the window at a time, ms: half a frame. */
const SLICE_MS = 8;

/**
 * Does work a slice at a time, so that what is typed meanwhile is never kept waiting. Nothing comes of work whose
 * `signal` is given before its end.
 */
export async function inSlices<T>(work: Generator<void, T>, signal: AbortSignal): Promise<T | null> {
  while (!signal.aborted) {
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < until);
    await new Promise((go) => setTimeout(go));
  }
  return null;
}
