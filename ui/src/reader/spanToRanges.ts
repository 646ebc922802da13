/** From a span of the document, in code points, to where its words are drawn: the way back of `selectionToSpan`. */
import { codePointLength, toUtf16 } from "../text/codePoints";

/**
 * A range for each block that the span touches and that is drawn. Blocks are the elements with `data-start`, whose text
 * content is the block's text and nothing else.
 */
export function spanToRanges(article: Element, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (const block of article.querySelectorAll<HTMLElement>("[data-start]")) {
    const offset = Number(block.dataset["start"]);
    if (offset >= end) break;
    const text = block.textContent ?? "";
    if (offset + text.length <= start || offset + codePointLength(text) <= start) continue;
    const from = placeAt(block, toUtf16(text, start - offset), false);
    const to = placeAt(block, toUtf16(text, end - offset), true);
    if (!from || !to) continue;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    ranges.push(range);
  }
  return ranges;
}

/** The text node and offset of a UTF-16 index of a block's text; between two nodes, the first one's end or the next one. */
function placeAt(block: Element, unit: number, atEnd: boolean): [Text, number] | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let seen = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const inside = unit - seen;
    if (inside < node.length || (atEnd && inside === node.length)) return [node, inside];
    seen += node.length;
  }
  return null;
}
