/** From words selected with the mouse or the keys to a span of the document, in code points. */
import { toCodePoints } from "../text/codePoints";
import { clusterEnd, clusterStart, trimmed } from "../text/graphemes";

export interface SelectedWords {
  /** First code point of the document. */
  start: number;
  /** One after the last code point. */
  end: number;
  /** The words, verbatim; blocks are parted by a space. */
  words: string;
}

/**
 * The span that a range selects. Blocks are the elements with `data-start`, the code point of the document that their text
 * begins with; their text content must be the block's text and nothing else. White space at either end is left out, and
 * an end within what is seen as one character takes it in whole. Nothing where no words are selected.
 */
export function selectionToSpan(range: Range, article: Element): SelectedWords | null {
  if (range.collapsed) return null;
  const parts = [...article.querySelectorAll<HTMLElement>("[data-start]")]
    .filter((block) => range.intersectsNode(block))
    .map((block) => part(range, block))
    .filter((one) => one !== null);
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return null;
  return { start: first.start, end: last.end, words: parts.map((one) => one.words).join(" ") };
}

function part(range: Range, block: HTMLElement): SelectedWords | null {
  const text = block.textContent ?? "";
  const from = inside(block, range.startContainer) ? unitsBefore(block, range.startContainer, range.startOffset) : 0;
  const to = inside(block, range.endContainer) ? unitsBefore(block, range.endContainer, range.endOffset) : text.length;
  const words = trimmed(text, from, to);
  if (!words) return null;
  const start = clusterStart(text, words.start);
  const end = clusterEnd(text, words.end);
  const offset = Number(block.dataset["start"]);
  return {
    start: offset + toCodePoints(text, start),
    end: offset + toCodePoints(text, end),
    words: text.slice(start, end),
  };
}

function inside(block: Element, node: Node): boolean {
  return block === node || block.contains(node);
}

/** UTF-16 units of a block's text before a place in it. */
function unitsBefore(block: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return before.toString().length;
}
