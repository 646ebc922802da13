/** From a code point of the document to a place in the text nodes that draw it. */
import { toUtf16 } from "../text/codePoints";

/** The text node and the UTF-16 index in it where a code point stands; nothing where it is not drawn. */
export function textPlace(article: Element, point: number): { node: Text; offset: number } | null {
  const blocks = [...article.querySelectorAll<HTMLElement>("[data-start]")];
  const block = blocks.findLast((one) => Number(one.dataset["start"]) <= point);
  if (!block) return null;
  let left = toUtf16(block.textContent ?? "", point - Number(block.dataset["start"]));
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    // Where a piece ends and the next begins, the place is in the next, at the words that begin there.
    if (left < node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last && left === 0 ? { node: last, offset: last.length } : null;
}

/** The rectangle of the character at a place, in the page; nothing where it has none. */
export function rectAt({ node, offset }: { node: Text; offset: number }): DOMRect | null {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, Math.min(offset + 1, node.length));
  return range.getClientRects()[0] ?? null;
}
