import { describe, expect, it } from "vitest";
import { type Difference, LONGEST, sameWords, wordDifference, wordsOf } from "./wordDifference";

const sides = ({ parts }: Difference): [string, string] => [
  parts.map((part) => part.one).join(""),
  parts.map((part) => part.other).join(""),
];
const changes = ({ parts }: Difference): string[] =>
  parts.filter((part) => part.kind === "change").map((part) => `${part.one.trim()} / ${part.other.trim()}`.trim());
const marksOf = (one: string, other: string): readonly string[] => {
  const difference = wordDifference(one, other);
  expect(sameWords(difference), `${one} | ${other}`).toBe(true);
  return difference.marks;
};

/** Each run of the tests takes the same texts. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ODDS = ["peace", "Peace", "the", "и", "мир", "和平", "你好", "สวัสดี", "שלום", "👩‍👩‍👧", "e\u0301", "é", "ﬁne", "fine"];
const BETWEEN = [" ", "  ", "\n", ", ", "“", "”", "—", "-", " – ", "\u00a0", "\u200b", "'", "’", "\ud83d", ""];

describe("the difference of two quotes", () => {
  it("finds the one word that was changed", () => {
    const difference = wordDifference("a just and lasting peace", "a just and durable peace");
    expect(changes(difference)).toEqual(["lasting / durable"]);
    expect(difference).toMatchObject({ kept: 4, alike: 0.8, marks: [] });
  });

  it("finds what was left out and put in, at the ends too", () => {
    expect(changes(wordDifference("They are not ready to talk", "They are ready to talk now"))).toEqual([
      "not /",
      "/ now",
    ]);
    expect(changes(wordDifference("not ready to talk", "ready to talk"))).toEqual(["not /"]);
  });

  it("takes it for no difference where one quote goes on much longer", () => {
    const source = "We said last week, and we say again today in Delhi, that a just and durable peace must come.";
    const difference = wordDifference("a just and lasting peace", source);
    expect(changes(difference)).toContain("lasting / durable");
    expect(difference.parts[0]?.kind).toBe("beyond");
    expect(sameWords(wordDifference("a just and durable peace must come", source))).toBe(true);
    const scattered = wordDifference(
      "a just and lasting peace",
      `A day ago we met, and a night ago, and said: ${source}`,
    );
    expect(changes(scattered)).toEqual(["lasting / durable", "/ must come."]);
  });

  it("tells figures, signs and denials apart", () => {
    for (const [one, other] of [
      ["less than 10 minutes", "less than 100 minutes"],
      ["it grew 5 %", "it grew 5"],
      ["it was -5 degrees", "it was 5 degrees"],
      ["€5 billion", "$5 billion"],
      ["1.5 million", "1,5 million"],
      ["it isn’t true", "it is true"],
      ["10² people", "102 people"],
    ] as const)
      expect(sameWords(wordDifference(one, other)), `${one} | ${other}`).toBe(false);
  });

  it("reports typography, which does not make words differ", () => {
    expect(marksOf("“On the go,” he said", '"on the go," he said')).toEqual(["case", "quotation marks"]);
    expect(marksOf("it isn’t true", "it isn't true")).toEqual(["quotation marks"]);
    expect(marksOf("face-to-face talks", "face to face talks")).toEqual(["dashes"]);
    expect(marksOf("10 minutes — and", "10 minutes – and")).toEqual(["dashes"]);
    expect(marksOf("it was −5", "it was -5")).toEqual(["dashes"]);
    expect(marksOf("one two", "one \u00a0two")).toEqual(["spaces"]);
    expect(marksOf("first, second", "first second")).toEqual(["punctuation"]);
    expect(marksOf("e\u0301te\u0301", "\u00e9t\u00e9")).toEqual(["letter forms"]);
    expect(marksOf("a ﬁne day", "a fine day")).toEqual(["letter forms"]);
    expect(marksOf("dip\u00adlomacy", "diplomacy")).toEqual(["invisible marks"]);
    expect(marksOf("peace", "“Peace.”")).toEqual(["case"]); // where a quote was cut is no difference
  });

  it("parts words in scripts that write no spaces", () => {
    expect(wordsOf("和平谈判")).toHaveLength(2);
    expect(changes(wordDifference("持久和平谈判", "永久和平谈判"))).toEqual(["持久 / 永久"]);
  });

  it("gives both quotes back exactly, whatever they hold, and the same turned round", () => {
    const next = random(3);
    const text = (): string =>
      Array.from({ length: next(16) }, () => `${ODDS[next(ODDS.length)]}${BETWEEN[next(BETWEEN.length)]}`).join("");
    for (let round = 0; round < 800; round += 1) {
      const [one, other] = [text(), text()];
      const difference = wordDifference(one, other);
      expect(sides(difference)).toEqual([one, other]);
      const turned = wordDifference(other, one);
      expect(sides(turned)).toEqual([other, one]);
      expect({
        ...turned,
        parts: turned.parts.map(({ kind, one, other }) => ({ kind, one: other, other: one })),
      }).toEqual(difference);
      expect(wordDifference(one, one)).toMatchObject({ marks: [], alike: 1 });
      expect(sameWords(wordDifference(one, one))).toBe(true);
    }
  });

  it("is done in bounded time", () => {
    const next = random(5);
    const words = (count: number, of: number): string => Array.from({ length: count }, () => `w${next(of)}`).join(" ");
    const long = words(10_000, 400);
    const began = performance.now();
    const difference = wordDifference(long, words(10_000, 400));
    const edited = wordDifference(long, long.replaceAll("w7 ", "other "));
    const whole = wordDifference("a".repeat(LONGEST), "b ".repeat(LONGEST));
    // Ten times less on a usual machine.
    expect(performance.now() - began).toBeLessThan(3000);
    expect(sides(difference)[0]).toBe(long);
    expect(edited.alike).toBeGreaterThan(0.99);
    expect(whole.parts).toHaveLength(1);
  });
});
