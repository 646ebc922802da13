/** From words selected with the mouse to a span of the document, in code points. */
import { toCodePoints } from "../text/codePoints";

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
 * half a surrogate pair counts as the whole. Nothing where no words are selected.
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
  const selected = text.slice(from, to);
  const words = selected.trim();
  if (words === "") return null;
  const start = from + selected.indexOf(words);
  const end = start + words.length;
  const offset = Number(block.dataset["start"]);
  // An end in the middle of a pair takes the pair in.
  const point = toCodePoints(text, end);
  const split = isTrail(text, end);
  return {
    start: offset + toCodePoints(text, start),
    end: offset + point + (split ? 1 : 0),
    words: text.slice(isTrail(text, start) ? start - 1 : start, split ? end + 1 : end),
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

/** Whether the second half of a surrogate pair stands at a UTF-16 index. */
function isTrail(text: string, unit: number): boolean {
  return unit > 0 && (text.codePointAt(unit - 1) ?? 0) > 0xffff;
}
