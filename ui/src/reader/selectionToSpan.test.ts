import { beforeEach, describe, expect, it } from "vitest";
import { sliceCodePoints } from "../text/codePoints";
import { selectionToSpan } from "./selectionToSpan";

const FIRST = "Mr. Blinken 😀 also raised the case of Paul Whelan.";
const SECOND = "  The West 🇺🇦 continues.";

/** Two blocks, the first cut into boxes as marks cut it. */
function article(): HTMLElement {
  const page = document.createElement("article");
  const title = page.appendChild(document.createElement("h1"));
  title.textContent = "The title";
  const one = page.appendChild(document.createElement("p"));
  one.dataset["start"] = "10";
  one.append(FIRST.slice(0, 15));
  const outer = one.appendChild(document.createElement("span"));
  outer.append(FIRST.slice(15, 30));
  const inner = outer.appendChild(document.createElement("span"));
  inner.append(FIRST.slice(30, 40));
  one.appendChild(document.createElement("svg"));
  one.append(FIRST.slice(40));
  const two = page.appendChild(document.createElement("p"));
  two.dataset["start"] = String(10 + [...FIRST].length + 2);
  two.append(SECOND);
  document.body.replaceChildren(page);
  return page;
}

/** A range from a UTF-16 index of one block's text to one of another's. */
function range(from: Element, start: number, to: Element, end: number): Range {
  const made = document.createRange();
  made.setStart(...placeIn(from, start));
  made.setEnd(...placeIn(to, end));
  return made;
}

function placeIn(block: Element, unit: number): [Node, number] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (unit <= before + length) return [node, unit - before];
    before += length;
  }
  throw new Error("outside the block");
}

let page: HTMLElement;
let one: Element;
let two: Element;

beforeEach(() => {
  page = article();
  [one, two] = [...page.querySelectorAll("p")] as unknown as [Element, Element];
});

/** The document's code points from `start` to `end`, the blocks apart by two line ends. */
function exact(start: number, end: number): string {
  return sliceCodePoints(`${" ".repeat(10)}${FIRST}\n\n${SECOND}`, start, end);
}

describe("selectionToSpan", () => {
  it("counts code points before and within the words", () => {
    const at = FIRST.indexOf("Paul");
    const span = selectionToSpan(range(one, at, one, at + "Paul Whelan".length), page);
    expect(span?.words).toBe("Paul Whelan");
    expect(exact(span?.start ?? 0, span?.end ?? 0)).toBe("Paul Whelan");
  });

  it("reaches across the boxes of marks", () => {
    for (let from = 0; from < FIRST.length; from += 1)
      for (let to = from + 1; to <= FIRST.length; to += 7) {
        const span = selectionToSpan(range(one, from, one, to), page);
        if (span) expect(exact(span.start, span.end)).toBe(span.words);
        else expect(FIRST.slice(from, to).trim()).toBe("");
      }
  });

  it("takes half a pair for the whole", () => {
    const at = FIRST.indexOf("😀");
    for (const [from, to] of [
      [at, at + 1],
      [at + 1, at + 2],
      [at, at + 2],
    ] as const)
      expect(selectionToSpan(range(one, from, one, to), page)).toEqual({ start: 22, end: 23, words: "😀" });
  });

  it("leaves white space at the ends out", () => {
    const at = FIRST.indexOf(" also ");
    const span = selectionToSpan(range(one, at, one, at + " also ".length), page);
    expect(span?.words).toBe("also");
    expect(selectionToSpan(range(one, at, one, at + 1), page)).toBeNull();
    expect(selectionToSpan(range(one, at, one, at), page)).toBeNull();
  });

  it("goes over blocks", () => {
    const from = FIRST.indexOf("Whelan");
    const to = SECOND.indexOf("🇺🇦") + "🇺🇦".length;
    const span = selectionToSpan(range(one, from, two, to), page);
    expect(span?.words).toBe("Whelan. The West 🇺🇦");
    expect(exact(span?.start ?? 0, span?.end ?? 0)).toBe("Whelan.\n\n  The West 🇺🇦");
  });

  it("ends with the block when a triple click ends at the next one's beginning", () => {
    const triple = document.createRange();
    triple.setStart(...placeIn(one, 0));
    triple.setEnd(two, 0);
    const span = selectionToSpan(triple, page);
    expect(span).toMatchObject({ start: 10, end: 10 + [...FIRST].length, words: FIRST });
  });

  it("keeps to the text when the selection begins in the title or ends after the article", () => {
    const all = document.createRange();
    all.selectNodeContents(page);
    const span = selectionToSpan(all, page);
    expect(span?.words).toBe(`${FIRST} ${SECOND.trim()}`);
    expect(span?.start).toBe(10);
  });

  it("is exact over hard scripts, whatever of a character was selected", () => {
    for (const [text, from, to, words] of [
      ["Une famille 👩‍👩‍👧‍👦 salue", "👩", "‍👧", "👩‍👩‍👧‍👦"],
      ["Drapeaux 🇺🇦🇫🇷 au vent", "🇫", "🇫", "🇫🇷"],
      ["Bonjour 👋🏽 à tous", "👋", "👋", "👋🏽"],
      ["le cafe\u0301 noir", "cafe", "cafe", "cafe\u0301"],
      ["le cafe\u0301 noir", "\u0301", "\u0301", "e\u0301"],
      ["서울 \u1112\u1161\u11ab 강", "\u1161", "\u1161", "\u1112\u1161\u11ab"],
      ["भारत की क्षमता", "ष", "ष", null],
      ["वह हिन्दी बोलता", "ह", "न्द", null],
      ["قال الوزير إنهم التقوا", "الوزير", "إنهم", "الوزير إنهم"],
      ["אמר כי נפגשו בדלהי", "כי", "נפגשו", "כי נפגשו"],
      ["שָׁלוֹם רב", "ש", "ש", "שָׁ"],
      ["両外相は十分足らず会談した。", "外", "足", "外相は十分足"],
      ["葛󠄀城 と 葛󠄁城", "葛", "葛", "葛󠄀"],
      ["ที่ประชุม นี้", "ท", "ท", "ที่"],
    ] as const) {
      one.replaceChildren(
        text.slice(0, 4),
        Object.assign(document.createElement("span"), { textContent: text.slice(4) }),
      );
      const at = text.indexOf(from);
      const end = text.indexOf(to, at) + to.length;
      const span = selectionToSpan(range(one, at, one, end), page);
      expect(sliceCodePoints(" ".repeat(10) + text, span?.start ?? 0, span?.end ?? 0)).toBe(span?.words);
      if (words !== null) expect(span?.words).toBe(words);
      // A cluster begins and ends there, as the engine of the browser sees it.
      const cuts = new Set([...new Intl.Segmenter("und").segment(text)].map(({ index }) => index).concat(text.length));
      const unit = text.indexOf(span?.words ?? "", Math.max(0, at - 12));
      expect([text, cuts.has(unit), cuts.has(unit + (span?.words.length ?? 0))]).toEqual([text, true, true]);
    }
  });

  it("never takes in the white space that a mark joins", () => {
    one.replaceChildren("a \u0301b");
    expect(selectionToSpan(range(one, 2, one, 4), page)).toEqual({ start: 12, end: 14, words: "\u0301b" });
  });

  it("is the same cluster whichever half of any selection lies in it", () => {
    const text = "á e\u0301 👨‍👩‍👦 🇺🇸 각 นี้ क्षि";
    one.replaceChildren(text);
    const cuts = new Set([...new Intl.Segmenter("und").segment(text)].map(({ index }) => index).concat(text.length));
    for (let from = 0; from < text.length; from += 1)
      for (let to = from + 1; to <= text.length; to += 1) {
        const span = selectionToSpan(range(one, from, one, to), page);
        if (!span) {
          expect(text.slice(from, to).trim()).toBe("");
          continue;
        }
        const start = [...text].slice(0, span.start - 10).join("").length;
        expect(cuts.has(start) && cuts.has(start + span.words.length)).toBe(true);
        expect(text.slice(start, start + span.words.length)).toBe(span.words);
      }
  });
});
