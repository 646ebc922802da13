import { beforeEach, describe, expect, it } from "vitest";
import { drawnBlocks, pointAt, rangesIn } from "./drawn";

const TEXT = "The 😀 talks lasted less than 10 minutes.";

let block: HTMLElement;

// A block that begins at code point 20, cut into boxes as marks cut it, with a number and a sign that have no characters.
beforeEach(() => {
  block = document.createElement("p");
  block.dataset["start"] = "20";
  block.appendChild(document.createElement("span"));
  block.append(TEXT.slice(0, 6));
  const outer = block.appendChild(document.createElement("span"));
  outer.append(TEXT.slice(6, 12));
  outer.appendChild(document.createElement("span")).append(TEXT.slice(12, 20));
  block.appendChild(document.createElement("svg"));
  block.append(TEXT.slice(20));
  document.body.replaceChildren(block);
});

describe("what is drawn", () => {
  it("gives ranges for stretches of the document, over boxes and after emoji", () => {
    const signs = [...TEXT];
    for (let start = 0; start < signs.length; start += 1)
      for (let end = start + 1; end <= signs.length; end += 3) {
        const ranges = rangesIn(block, 20, [{ start: 20 + start, end: 20 + end }]);
        expect(ranges.map(String)).toEqual([signs.slice(start, end).join("")]);
      }
  });

  it("gives several at once, in order, and what lies in the block of those that go beyond it", () => {
    const ranges = rangesIn(block, 20, [
      { start: 20, end: 23 },
      { start: 23, end: 26 },
      { start: 49, end: 900 },
    ]);
    expect(ranges.map(String)).toEqual(["The", " 😀 ", "10 minutes."]);
    expect(rangesIn(block, 20, [{ start: 900, end: 901 }])).toEqual([]);
  });

  it("gives the code point of a place, and back", () => {
    const words = rangesIn(block, 20, [{ start: 26, end: 31 }])[0];
    expect(String(words)).toBe("talks");
    expect(words && pointAt(block, words.startContainer, words.startOffset)).toBe(26);
    expect(words && pointAt(block, words.endContainer, words.endOffset)).toBe(31);
    expect(drawnBlocks(document.body)).toEqual([{ block, start: 20, end: 20 + [...TEXT].length }]);
  });
});
