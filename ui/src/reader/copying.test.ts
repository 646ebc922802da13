import { beforeEach, describe, expect, it } from "vitest";
import type { TextRun } from "../backend";
import { codePointLength } from "../text/codePoints";
import { coveredBy, textOf } from "./copying";

const PARTS = [
  ["", "A  title 😀"],
  ["\n\n", " Two\nlines, said."],
  ["", "A caption in the same line. "],
  ["\n\n\n", "The end"],
] as const;
const WHOLE = PARTS.map(([lead, text]) => lead + text).join("");
const BLOCKS: TextRun[] = [];

let article: HTMLElement;

beforeEach(() => {
  BLOCKS.length = 0;
  const main = document.createElement("main");
  article = document.createElement("article");
  main.append("Head", article);
  const aside = document.createElement("aside");
  aside.append("Beside");
  document.body.replaceChildren("Side", main, aside);
  article.appendChild(document.createElement("header")).append("A title again");
  let at = 0;
  for (const [lead, text] of PARTS) {
    const start = at + codePointLength(lead);
    at = start + codePointLength(text);
    BLOCKS.push({ kind: "paragraph", start, end: at, lead, text });
    const block = article.appendChild(document.createElement("p"));
    block.dataset["start"] = String(start);
    block.appendChild(document.createElement("span")).className = "sno";
    block.appendChild(document.createElement("span")).append(text.slice(0, 4));
    block.appendChild(document.createElement("span")).className = "ga";
    block.append(text.slice(4));
  }
});

function copied(range: Range): string | null {
  const covered = coveredBy(range, article, BLOCKS);
  return covered && textOf(BLOCKS, covered);
}

function range(from: Node, start: number, to: Node, end: number): Range {
  const made = document.createRange();
  made.setStart(from, start);
  made.setEnd(to, end);
  return made;
}

const block = (index: number): Element => article.querySelectorAll("[data-start]")[index] ?? article;
const textNode = (index: number, node: number): Node => {
  const walker = document.createTreeWalker(block(index), NodeFilter.SHOW_TEXT);
  for (let at = 0; at < node; at += 1) walker.nextNode();
  return walker.nextNode() ?? block(index);
};

describe("what is copied", () => {
  it("is the text from any place to any other, with what stands between the blocks", () => {
    expect(copied(range(textNode(0, 0), 3, textNode(1, 1), 7))).toBe("title 😀\n\n Two\nlines,");
    expect(copied(range(textNode(1, 1), 0, textNode(2, 0), 4))).toBe("\nlines, said.A ca");
    expect(copied(range(textNode(3, 1), 0, textNode(3, 1), 3))).toBe("end");
    expect(copied(range(textNode(0, 1), 4, textNode(0, 1), 7))).toBe(" 😀");
  });

  it("is all of it when everything is selected, and nothing where no text is", () => {
    const all = document.createRange();
    all.selectNodeContents(document.body);
    expect(copied(all)).toBe(WHOLE);
    const header = document.createRange();
    header.selectNodeContents(article.querySelector("header") ?? article);
    expect(copied(header)).toBeNull();
    const aside = document.createRange();
    aside.selectNodeContents(document.querySelector("aside") ?? article);
    expect(copied(aside)).toBeNull();
  });

  it("takes in what is not drawn, at the ends and between", () => {
    block(3).remove();
    block(1).remove();
    const all = document.createRange();
    all.selectNodeContents(document.body);
    expect(copied(all)).toBe(WHOLE);
    expect(copied(range(textNode(0, 0), 0, textNode(1, 0), 4))).toBe("A  title 😀\n\n Two\nlines, said.A ca");
    // A triple click selects up to the beginning of what follows.
    expect(copied(range(textNode(0, 0), 0, block(1), 0))).toBe("A  title 😀\n\n Two\nlines, said.");
  });
});
