import { expect, it } from "vitest";
import { spanToRanges } from "./spanToRanges";

/** An article of blocks, each of text nodes in boxes as marks draw them. */
function article(...blocks: [start: number, texts: string[]][]): HTMLElement {
  const root = document.createElement("article");
  for (const [start, texts] of blocks) {
    const block = document.createElement("p");
    block.dataset["start"] = String(start);
    for (const text of texts) block.appendChild(document.createElement("span")).append(text);
    root.append(block);
  }
  document.body.append(root);
  return root;
}

const words = (root: Element, start: number, end: number): string[] =>
  spanToRanges(root, start, end).map((range) => range.toString());

it("finds the words of a span across marks and blocks", () => {
  const root = article([0, ["One ", "two", " three"]], [15, ["Four five"]]);
  expect(words(root, 4, 7)).toEqual(["two"]);
  expect(words(root, 2, 10)).toEqual(["e two th"]);
  expect(words(root, 8, 19)).toEqual(["three", "Four"]);
  expect(words(root, 13, 15)).toEqual([]);
  expect(spanToRanges(root, 4, 7)[0]?.startContainer.parentElement?.textContent).toBe("two");
});

it("counts code points, not units", () => {
  const root = article([10, ["😀😀 ", "peace 😀", " now"]]);
  expect(words(root, 13, 18)).toEqual(["peace"]);
  expect(words(root, 19, 20)).toEqual(["😀"]);
});
