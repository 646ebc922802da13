/** A document as it is set: its blocks with the marks and sentences of each, in order. */
import type { BlockKind, DocumentView, Mark, Sentence, TextRun } from "../backend";

export interface SetBlock {
  block: TextRun;
  marks: readonly Mark[];
  /** Sentences that begin in it. */
  sentences: readonly Sentence[];
}

/** Which claims are marked. */
export type Shown = "all" | "to-do" | "none";

/** The blocks of a document, each with what lies in it. Marks may reach over several blocks. */
export function setBlocks(view: DocumentView): SetBlock[] {
  let nextMark = 0;
  let nextSentence = 0;
  let open: Mark[] = [];
  return view.blocks.map((block) => {
    open = open.filter((mark) => mark.end > block.start);
    for (let mark = view.marks[nextMark]; mark && mark.start < block.end; mark = view.marks[++nextMark])
      if (mark.end > block.start) open.push(mark);
    const first = nextSentence;
    while ((view.sentences[nextSentence]?.start ?? Infinity) < block.end) nextSentence += 1;
    return { block, marks: [...open], sentences: view.sentences.slice(first, nextSentence) };
  });
}

/** The marks shown: all, or those of claims that are not signed off, or none; the claim in hand always. */
export function shownMarks(marks: readonly Mark[], shown: Shown, hand: number | null): readonly Mark[] {
  if (shown === "all") return marks;
  return marks.filter((mark) => mark.key === hand || (shown === "to-do" && mark.status !== "signed-off"));
}

/** The mentions of each claim, the claims in the order of their first mentions. */
export function byClaim(marks: readonly Mark[]): Map<number, Mark[]> {
  const mentions = new Map<number, Mark[]>();
  for (const mark of marks) {
    const known = mentions.get(mark.key);
    if (known) known.push(mark);
    else mentions.set(mark.key, [mark]);
  }
  return mentions;
}

/** How many blocks from the first are drawn so that at least this many code points are. */
export function blocksFor(blocks: readonly TextRun[], points: number): number {
  const start = blocks[0]?.start ?? 0;
  const last = blocks.findIndex((block) => block.end - start >= points);
  return last === -1 ? blocks.length : last + 1;
}

/** The sentence that a place lies in. */
export function sentenceAt(sentences: readonly Sentence[], point: number): Sentence | undefined {
  return sentences.findLast((sentence) => sentence.start <= point);
}

/** How a block is set. */
export const BLOCK_STYLES: Record<BlockKind, string> = {
  headline: "headline",
  standfirst: "standfirst",
  byline: "front",
  dateline: "front",
  metadata: "front",
  caption: "caption",
  quote: "quotation",
  paragraph: "",
  list: "lines",
  table: "lines table",
  footnote: "front",
  speaker: "speaker",
};
