import { describe, expect, it } from "vitest";
import { hiddenIn, hiddenNames, hiddenWords } from "./hidden";

const told = (text: string): string[] => hiddenIn(text).map(({ at, name }) => `${name} at ${at}`);

describe("hiddenIn", () => {
  it("finds nothing in honest text of any script", () => {
    for (const text of [
      "The talks — “on the go” — lasted 10 minutes.",
      "Сергей Лавров встретился с Энтони Блинкеном",
      "Ο υπουργός είπε ότι η συνάντηση ήταν σύντομη",
      "می‌خواهم و نمی‌شود",
      "क्‍ष और क्‌ष",
      "👩‍👩‍👧 ❤️‍🔥 👋🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇺🇦",
      "קול של הוועדה",
      "両外相は会談した",
      "The ΔT of 3 µm and the Путин–Trump call",
    ])
      expect([text, told(text)]).toEqual([text, []]);
  });

  it("names what is not seen, with its place in code points", () => {
    expect(told("a\u00adb\u200bc")).toEqual(["U+00AD SOFT HYPHEN at 1", "U+200B ZERO WIDTH SPACE at 3"]);
    expect(told("😀\ufeffx")).toEqual(["U+FEFF ZERO WIDTH NO-BREAK SPACE at 1"]);
    expect(told("pa\u200dy")).toEqual(["U+200D ZERO WIDTH JOINER at 2"]);
    expect(told("pa\u200cy")).toEqual(["U+200C ZERO WIDTH NON-JOINER at 2"]);
    expect(told("x\u{e0041}")).toEqual(["U+E0041 TAG CHARACTER at 1"]);
  });

  it("names every mark of direction", () => {
    for (const code of [0x61c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]) {
      const [one, ...more] = hiddenIn(`ab${String.fromCodePoint(code)}c`);
      expect(more).toEqual([]);
      expect(one).toMatchObject({ sort: "direction", at: 2 });
      expect(one?.name).toMatch(new RegExp(`^U\\+0*${code.toString(16).toUpperCase()} [A-Z -]+$`, "u"));
    }
    expect(told("12 345 \u202e678")).toEqual(["U+202E RIGHT-TO-LEFT OVERRIDE at 7"]);
  });

  it("names letters of another script within a Latin word", () => {
    expect(told("p\u0430id")).toEqual(["U+0430 CYRILLIC LETTER, like “a”, at 1"]);
    expect(told("The \u039fECD")).toEqual(["U+039F GREEK LETTER, like “O”, at 4"]);
    expect(hiddenIn("Вашингтон Post")).toEqual([]);
  });
});

describe("in words", () => {
  it("counts each sort and names each sign", () => {
    const found = hiddenIn("p\u0430id\u00ad \u202e10\u202c");
    expect(hiddenWords(found)).toBe("1 invisible character, 2 direction marks, 1 look-alike letter");
    expect(hiddenNames(found, 2)).toBe("U+0430 CYRILLIC LETTER, like “a”, at 1\nU+00AD SOFT HYPHEN at 4\nand 2 more");
    expect(hiddenWords([])).toBe("");
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
