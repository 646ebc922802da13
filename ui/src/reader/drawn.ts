/** Between places in the document, in code points, and what of it is drawn: the elements with `data-start`. */
import { codePointLength, toCodePoints } from "../text/codePoints";

/** A stretch of the document. */
export interface Stretch {
  /** First code point. */
  start: number;
  /** One after the last code point. */
  end: number;
}

/** The blocks that are drawn, in order, each with the stretch of the document that it shows. */
export function drawnBlocks(article: Element): (Stretch & { block: HTMLElement })[] {
  return [...article.querySelectorAll<HTMLElement>("[data-start]")].map((block) => {
    const start = Number(block.dataset["start"]);
    return { block, start, end: start + codePointLength(block.textContent ?? "") };
  });
}

/**
 * Ranges over the text of a block that begins at a code point, for what of each stretch lies in it. The stretches must be
 * in order and apart.
 */
export function rangesIn(block: Element, start: number, stretches: readonly Stretch[]): Range[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text | null;
  let unit = 0;
  let seen = start;
  const advance = (): void => {
    node = walker.nextNode() as Text | null;
    unit = 0;
  };
  const goTo = (point: number): void => {
    while (node && seen < point) {
      if (unit >= node.length) advance();
      else {
        unit += (node.data.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
        seen += 1;
      }
    }
  };
  const ranges: Range[] = [];
  for (const stretch of stretches) {
    goTo(stretch.start);
    while (node && unit >= node.length) advance();
    if (!node || seen >= stretch.end) continue;
    const range = document.createRange();
    range.setStart(node, unit);
    goTo(stretch.end);
    if (node) range.setEnd(node, unit);
    else range.setEnd(block, block.childNodes.length);
    ranges.push(range);
  }
  return ranges;
}

/** The code point of the document at a place in a drawn block. */
export function pointAt(block: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return Number(block.dataset["start"]) + toCodePoints(block.textContent ?? "", before.toString().length);
}
