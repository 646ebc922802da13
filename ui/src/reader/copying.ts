/** What is copied of the article is the document's own text: with its line ends, without numbers and signs. */
import type { TextRun } from "../backend";
import { sliceCodePoints } from "../text/codePoints";
import { drawnBlocks, pointAt, type Stretch } from "./drawn";

/**
 * The stretch of the document that a selection covers, white space and all; nothing where it covers no text. A selection
 * that reaches beyond the article on either side takes all of the text on that side, also what is not drawn.
 */
export function coveredBy(range: Range, article: Element, blocks: readonly TextRun[]): Stretch | null {
  if (range.collapsed) return null;
  const touched = drawnBlocks(article).filter(({ block }) => range.intersectsNode(block));
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return null;
  const whole = document.createRange();
  whole.selectNodeContents(article);
  const before = range.compareBoundaryPoints(Range.START_TO_START, whole) < 0;
  const after = range.compareBoundaryPoints(Range.END_TO_END, whole) > 0;
  const start = first.block.contains(range.startContainer)
    ? pointAt(first.block, range.startContainer, range.startOffset)
    : before
      ? (blocks[0]?.start ?? first.start)
      : first.start;
  const end = last.block.contains(range.endContainer)
    ? pointAt(last.block, range.endContainer, range.endOffset)
    : after
      ? (blocks.at(-1)?.end ?? last.start)
      : last.end;
  return start < end ? { start, end } : null;
}

/** The document's text from `start` to `end`, with what stands between its blocks. */
export function textOf(blocks: readonly TextRun[], { start, end }: Stretch): string {
  return blocks
    .filter((block) => block.start < end && block.end > start)
    .map((block, index) => {
      const lead = index > 0 ? block.lead : "";
      return lead + sliceCodePoints(block.text, start - block.start, end - block.start);
    })
    .join("");
}

/** Copies the document's text in place of what the page shows of it. */
export function copyText(event: ClipboardEvent, article: Element | null, blocks: readonly TextRun[]): void {
  const selection = getSelection();
  const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!article || inField || !event.clipboardData || !selection || selection.rangeCount === 0) return;
  const covered = coveredBy(selection.getRangeAt(0), article, blocks);
  if (!covered) return;
  event.clipboardData.setData("text/plain", textOf(blocks, covered));
  event.preventDefault();
}
