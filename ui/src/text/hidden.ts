/**
 * Characters that mislead the eye: those that are not seen, those that turn the direction of what follows, and letters
 * of one script that look like those of another within a word (in the sense of Unicode's TR 36 and TR 39). They are
 * shown beside the text and never changed in it.
 */

export type HiddenSort = "invisible" | "direction" | "look-alike";

export interface Hidden {
  sort: HiddenSort;
  /** Where it stands in the text, in code points. */
  at: number;
  /** As Unicode names it: `U+202E RIGHT-TO-LEFT OVERRIDE`. */
  name: string;
}

const INVISIBLE: Record<number, string> = {
  0x00ad: "SOFT HYPHEN",
  0x034f: "COMBINING GRAPHEME JOINER",
  0x115f: "HANGUL CHOSEONG FILLER",
  0x1160: "HANGUL JUNGSEONG FILLER",
  0x180e: "MONGOLIAN VOWEL SEPARATOR",
  0x200b: "ZERO WIDTH SPACE",
  0x200c: "ZERO WIDTH NON-JOINER",
  0x200d: "ZERO WIDTH JOINER",
  0x2060: "WORD JOINER",
  0x2061: "FUNCTION APPLICATION",
  0x2062: "INVISIBLE TIMES",
  0x2063: "INVISIBLE SEPARATOR",
  0x2064: "INVISIBLE PLUS",
  0x2800: "BRAILLE PATTERN BLANK",
  0x3164: "HANGUL FILLER",
  0xfeff: "ZERO WIDTH NO-BREAK SPACE",
  0xffa0: "HALFWIDTH HANGUL FILLER",
};

const DIRECTION: Record<number, string> = {
  0x061c: "ARABIC LETTER MARK",
  0x200e: "LEFT-TO-RIGHT MARK",
  0x200f: "RIGHT-TO-LEFT MARK",
  0x202a: "LEFT-TO-RIGHT EMBEDDING",
  0x202b: "RIGHT-TO-LEFT EMBEDDING",
  0x202c: "POP DIRECTIONAL FORMATTING",
  0x202d: "LEFT-TO-RIGHT OVERRIDE",
  0x202e: "RIGHT-TO-LEFT OVERRIDE",
  0x2066: "LEFT-TO-RIGHT ISOLATE",
  0x2067: "RIGHT-TO-LEFT ISOLATE",
  0x2068: "FIRST STRONG ISOLATE",
  0x2069: "POP DIRECTIONAL ISOLATE",
};

/** Letters of other scripts that look like Latin ones: each sign, the Latin letter, and the sign's name. */
const CYRILLIC: Record<string, string> = {
  ...{ А: "A", В: "B", Е: "E", Ѕ: "S", І: "I", Ј: "J", К: "K", М: "M", Н: "H", О: "O", Р: "P", С: "C", Т: "T" },
  ...{ У: "Y", Х: "X", Ү: "Y", Ԍ: "G", Ԛ: "Q", Ԝ: "W", Ӏ: "l" },
  ...{ а: "a", е: "e", ѕ: "s", і: "i", ј: "j", о: "o", р: "p", с: "c", у: "y", х: "x", һ: "h", ԁ: "d", ԛ: "q" },
  ...{ ԝ: "w", ѵ: "v", к: "k", п: "n", г: "r" },
};
const GREEK: Record<string, string> = {
  ...{ Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N", Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X" },
  ...{ α: "a", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", υ: "u", χ: "x", γ: "y", η: "n", ω: "w" },
};

const LATIN = /\p{Script=Latin}/u;
/** Letters after and before which the joiners belong to how a script is written. */
const JOINED = /[\p{L}\p{M}]/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]/u;
const TAGS = /^[\u{e0000}-\u{e007f}]$/u;
const MISLEADING =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u2800\u3164\ufeff\uffa0]|\u034f|[\u{e0000}-\u{e007f}]|[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** What in a text misleads, in order of place. */
export function hiddenIn(text: string): Hidden[] {
  // Nearly every text has none.
  if (!MISLEADING.test(text)) return [];
  const signs = [...text];
  const found: Hidden[] = [];
  for (const [at, sign] of signs.entries()) {
    const code = sign.codePointAt(0) ?? 0;
    const direction = DIRECTION[code];
    const invisible = TAGS.test(sign) ? "TAG CHARACTER" : INVISIBLE[code];
    if (direction) found.push({ sort: "direction", at, name: named(code, direction) });
    else if (invisible && !belongs(signs, at)) found.push({ sort: "invisible", at, name: named(code, invisible) });
  }
  return [...found, ...lookAlikes(signs)].sort((one, other) => one.at - other.at);
}

/** The same in words for a badge: “2 invisible characters, 1 look-alike letter”; empty where there is nothing. */
export function hiddenWords(found: readonly Hidden[]): string {
  const count = (sort: HiddenSort, one: string, many: string): string[] => {
    const number = found.filter((hidden) => hidden.sort === sort).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  };
  return [
    ...count("invisible", "invisible character", "invisible characters"),
    ...count("direction", "direction mark", "direction marks"),
    ...count("look-alike", "look-alike letter", "look-alike letters"),
  ].join(", ");
}

/** Every one by its name and place: “U+202E RIGHT-TO-LEFT OVERRIDE at 12”. */
export function hiddenNames(found: readonly Hidden[], most = 8): string {
  const names = found.slice(0, most).map(({ name, at }) => `${name} at ${at}`);
  const rest = found.length - most;
  return [...names, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n");
}

function named(code: number, name: string): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")} ${name}`;
}

/** Whether an invisible sign is there by the rules of a script or of emoji. */
function belongs(signs: readonly string[], at: number): boolean {
  const before = signs[at - 1] ?? "";
  const after = signs[at + 1] ?? "";
  const sign = signs[at] ?? "";
  // Tags spell the flag of a region, such as Scotland's.
  if (TAGS.test(sign)) {
    let first = at;
    while (first > 0 && TAGS.test(signs[first] ?? "")) first -= 1;
    return signs[first] === "🏴";
  }
  if (sign !== "\u200c" && sign !== "\u200d") return false;
  if (sign === "\u200d" && PICTURE.test(before) && PICTURE.test(after)) return true;
  const letter = (one: string): boolean => JOINED.test(one) && !LATIN.test(one) && !CYRILLIC[one] && !GREEK[one];
  return letter(before);
}

/** Letters that look like Latin ones in words that have Latin ones too. */
function lookAlikes(signs: readonly string[]): Hidden[] {
  const found: Hidden[] = [];
  for (let at = 0; at < signs.length;) {
    let end = at;
    while (end < signs.length && /[\p{L}\p{M}\u00ad\u200b-\u200d]/u.test(signs[end] ?? "")) end += 1;
    const word = signs.slice(at, end);
    const other = (sign: string): boolean => sign in CYRILLIC || sign in GREEK;
    if (word.some((sign) => LATIN.test(sign) && !other(sign)))
      for (const [index, sign] of word.entries()) {
        const like = CYRILLIC[sign] ?? GREEK[sign];
        if (like === undefined) continue;
        const script = sign in GREEK ? "GREEK LETTER" : "CYRILLIC LETTER";
        found.push({
          sort: "look-alike",
          at: at + index,
          name: named(sign.codePointAt(0) ?? 0, `${script}, like “${like}”,`),
        });
      }
    at = Math.max(end, at + 1);
  }
  return found;
}
