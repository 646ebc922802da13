/**
 * How two quotes differ, word by word. What is only typography (case, quotation marks, dashes, spaces, other punctuation)
 * does not make words differ, but is reported.
 *
 * The alignment is a longest common subsequence of the words, by the linear-space form of the greedy method of
 * E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1 (1986), 251–266.
 */
import { leastEdits, type Run } from "./leastEdits";

/** A stretch of both quotes. All parts in order give each quote back exactly. */
export interface Part {
  /**
   * `same` words; words that differ (`change`, where either side may be empty); or, at the ends only, words `beyond` which
   * one quote goes on and the other does not.
   */
  kind: "same" | "change" | "beyond";
  /** The words as the first quote has them. */
  one: string;
  /** The words as the second quote has them. */
  other: string;
}

/** What of the typography differs between words that are the same. */
export type MarksOf =
  "case" | "quotation marks" | "dashes" | "spaces" | "punctuation" | "letter forms" | "invisible marks";

export interface Difference {
  parts: readonly Part[];
  /** In a fixed order. */
  marks: readonly MarksOf[];
  /** Words that both have. */
  kept: number;
  /** The share of words kept where both quotes run alongside: 1 where none differs, 0 where none is shared. */
  alike: number;
}

/** Quotes longer than this together, in UTF-16 units, are only told apart as a whole. */
export const LONGEST = 400_000;
/** At an end, up to so many words of one quote alone are a difference; more, and that quote goes on where the other ends. */
const FEW = 4;
const MARKS: readonly MarksOf[] = [
  "case",
  "letter forms",
  "quotation marks",
  "dashes",
  "punctuation",
  "spaces",
  "invisible marks",
];

/** A word with what precedes it, punctuation and space, of no weight in comparing. */
interface Word {
  before: string;
  text: string;
  /** What it is compared by. */
  key: string;
}

interface Cut {
  words: readonly Word[];
  /** What follows the last word. */
  after: string;
}

/** The difference of two quotes. Turned round, it is the same with its sides changed. */
export function wordDifference(one: string, other: string): Difference {
  // Of several longest alignments always the same is taken, whichever quote comes first.
  return one <= other ? compare(one, other) : turned(compare(other, one));
}

/** Whether the words are the same as far as both quotes go. */
export function sameWords({ parts }: Difference): boolean {
  return parts.every((part) => part.kind !== "change");
}

/** The words of a text, without marks: `a just peace, he said` has five. */
export function wordsOf(text: string): string[] {
  return cut(text).words.map((word) => word.text);
}

function compare(one: string, other: string): Difference {
  if (one.length + other.length > LONGEST) {
    const same = one === other;
    return { parts: [{ kind: same ? "same" : "change", one, other }], marks: [], kept: 0, alike: same ? 1 : 0 };
  }
  const first = cut(one);
  const second = cut(other);
  const keys = (words: readonly Word[]): string[] => words.map((word) => word.key);
  const runs = leastEdits(keys(first.words), keys(second.words));
  const marks = new Set<MarksOf>();
  const parts = runs.map((run, index) => part(run, index, runs, first, second));
  for (const run of runs) if (run.same) compareMarks(run, first, second, marks);
  const kept = runs.reduce((sum, run) => sum + (run.same ? run.one.end - run.one.start : 0), 0);
  const last = parts.at(-1);
  if (last) {
    last.one += first.after;
    last.other += second.after;
  } else if (one !== "" || other !== "") parts.push({ kind: "same", one, other });
  // What one quote alone has at its ends may be no more than where it was cut.
  if ((!last || last.kind === "same") && first.after !== "" && second.after !== "")
    noteMarks(first.after, second.after, marks);
  const compared = runs.reduce((sum, run, index) => {
    if (parts[index]?.kind === "beyond") return sum;
    return sum + Math.max(run.one.end - run.one.start, run.other.end - run.other.start);
  }, 0);
  return {
    parts,
    marks: MARKS.filter((mark) => marks.has(mark)),
    kept,
    alike: compared === 0 ? (parts.length === 0 || kept > 0 ? 1 : 0) : kept / compared,
  };
}

function part(run: Run, index: number, runs: readonly Run[], first: Cut, second: Cut): Part {
  const text = (words: readonly Word[]): string => words.map((word) => word.before + word.text).join("");
  const one = first.words.slice(run.one.start, run.one.end);
  const other = second.words.slice(run.other.start, run.other.end);
  const atEnd = (index === 0 || index === runs.length - 1) && runs.length > 1;
  const beyond = atEnd && (one.length > FEW || other.length > FEW) && Math.abs(one.length - other.length) > FEW;
  return { kind: run.same ? "same" : beyond ? "beyond" : "change", one: text(one), other: text(other) };
}

function compareMarks(run: Run, first: Cut, second: Cut, marks: Set<MarksOf>): void {
  for (let at = run.one.start; at < run.one.end; at += 1) {
    const one = first.words[at];
    const other = second.words[run.other.start + at - run.one.start];
    if (!one || !other) continue;
    if (one.text !== other.text) noteLetters(one.text, other.text, marks);
    const inside = at > 0 && run.other.start + at - run.one.start > 0;
    if (inside || (one.before !== "" && other.before !== "")) noteMarks(one.before, other.before, marks);
  }
}

/** What of a word can be made plain; each says what differs where only it was left as it is. */
const PLAIN: readonly [MarksOf, (text: string) => string][] = [
  ["invisible marks", (text) => text.replace(INVISIBLE, "")],
  ["quotation marks", (text) => text.replace(APOSTROPHES, "'")],
  ["dashes", (text) => text.replace(/\u2212/g, "-")],
  ["letter forms", plainLetters],
  ["case", (text) => text.toLowerCase()],
];

function plain(word: string, but?: MarksOf): string {
  return PLAIN.reduce((text, [name, make]) => (name === but ? text : make(text)), word);
}

function noteLetters(one: string, other: string, marks: Set<MarksOf>): void {
  for (const [name] of PLAIN) if (plain(one, name) !== plain(other, name)) marks.add(name);
}

function noteMarks(one: string, other: string, marks: Set<MarksOf>): void {
  if (one === other) return;
  const only = (text: string, what: RegExp): string => (text.match(what) ?? []).join("");
  const rest = (text: string): string =>
    text.replace(INVISIBLE, "").replace(QUOTES, "").replace(DASHES, "").replace(/\s+/gu, "");
  if (only(one, INVISIBLE) !== only(other, INVISIBLE)) marks.add("invisible marks");
  if (only(one, QUOTES) !== only(other, QUOTES)) marks.add("quotation marks");
  if (only(one, DASHES) !== only(other, DASHES)) marks.add("dashes");
  else if (only(one, /\s/gu) !== only(other, /\s/gu)) marks.add("spaces");
  if (rest(one) !== rest(other)) marks.add("punctuation");
}

const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const APOSTROPHES = /[’‘ʼ＇´`]/gu;
const QUOTES = /["'“”„‟‘’‚‛«»‹›「」『』＂＇´`]/gu;
const DASHES = /[-\u2010-\u2015]/gu;
const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
};

/**
 * A figure (`10,000`, `1.5`); or letters and what may stand within a word: an apostrophe, a full stop, invisible marks; or
 * a sign that says something.
 */
const TOKEN = new RegExp(
  [
    String.raw`\p{N}+(?:[.,'’]\p{N}+)*(?![\p{L}\p{M}\p{N}])`,
    String.raw`[\p{L}\p{M}\p{N}]+(?:(?:['’.·]|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+)[\p{L}\p{M}\p{N}]+)*`,
    String.raw`(?![´\x60])[%‰&§#@\p{S}]`,
    String.raw`(?<![\p{L}\p{N}])-(?=\.?\p{N})`,
  ].join("|"),
  "gu",
);
/** Scripts that write no spaces between words: there a dictionary finds them. */
const SPACELESS = new RegExp(
  `[${["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"].map((name) => `\\p{Script=${name}}`).join("")}]`,
  "u",
);
// Whatever the locale, words end at the same places; but it should always be one.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });
/** UTF-16 units that the segmenter is given at once: its time grows faster than the text. */
const AT_ONCE = 1000;

function cut(text: string): Cut {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(TOKEN)) {
    let before = text.slice(end, index);
    for (const word of SPACELESS.test(found) ? segmented(found) : [found]) {
      words.push({ before, text: word, key: plain(word) });
      before = "";
    }
    end = index + found.length;
  }
  return { words, after: text.slice(end) };
}

function segmented(run: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < run.length; from += AT_ONCE)
    for (const { segment } of segmenter.segment(run.slice(from, from + AT_ONCE))) words.push(segment);
  return words;
}

function plainLetters(text: string): string {
  return text.normalize("NFC").replace(/[\ufb00-\ufb06]/gu, (letters) => LIGATURES[letters] ?? letters);
}

function turned({ parts, ...rest }: Difference): Difference {
  return { ...rest, parts: parts.map(({ kind, one, other }) => ({ kind, one: other, other: one })) };
}
