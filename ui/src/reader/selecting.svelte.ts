/** The words selected in the article, and what can be done with them. */
import { tick } from "svelte";
import { backend } from "../backend";
import { evidenceForms } from "../evidence";
import { edits, hand } from "../workspace";
import { wordsOf } from "./article";
import type { SelectedLines } from "./barPlace";
import { endBeside, type Pointer } from "./dragging";
import type { Page } from "./page.svelte";
import type { Reading } from "./reading.svelte";
import { selectedLines } from "./selectedLines";
import { type SelectedWords, selectionToSpan } from "./selectionToSpan";
import type { Sentences } from "./sentences.svelte";
import { spanToRanges } from "./spanToRanges";
import { textPlace } from "./textPlace";

/** Code points of a document, of one revision of its text. */
interface Ends {
  anchor: number;
  focus: number;
  revision: string;
}

export class Selecting {
  #reading: Reading;
  #page: Page;
  #sentences: Sentences;
  /** Nothing while no words of the article are selected. */
  words = $state.raw<(SelectedWords & { at: SelectedLines }) | null>(null);
  /** Whether all of the text is selected: to be copied, for which nothing is offered. */
  isAll = $state(false);
  /** Whether the form for a new claim is open. */
  making = $state(false);
  #pressed = false;
  /** Where the pointer was dragged to; nothing unless it is dragged. */
  #dragged: Pointer | null = null;
  /** Mentions that are being added: the claim, document and ends of each. */
  readonly #adding = new Set<string>();
  /** Where the selection begins and ends in the text, as it was made; nothing while it is not in the article. */
  #ends: Ends | null = null;

  constructor(reading: Reading, page: Page, sentences: Sentences) {
    this.#reading = reading;
    this.#page = page;
    this.#sentences = sentences;
  }

  /** The pointer goes down in the article: what was selected is so no more. */
  press(): void {
    this.#pressed = true;
    this.words = null;
    this.isAll = false;
  }

  /** The pointer moves in the window; pressed in the article, it selects. */
  drag({ x, y }: Pointer): void {
    if (!this.#pressed) return;
    const first = this.#dragged === null;
    this.#dragged = { x, y };
    if (first) requestAnimationFrame(() => this.#keepWithin());
  }

  release(): void {
    this.#endWithin();
    this.#pressed = false;
    this.#dragged = null;
    this.#read();
  }

  /** The selection is another one; while the pointer is down, it is read at the end. */
  changed(): void {
    if (!this.#pressed) this.#read();
  }

  /** Selects anew what was selected when the same text is drawn with other marks, which takes its nodes away. */
  restore(): void {
    const { article } = this.#page;
    const selection = getSelection();
    const ends = this.#ends;
    if (!ends || !article?.contains(selection?.focusNode ?? null) || this.#pressed || this.making) return;
    if (!selection || ends.revision !== this.#reading.view?.summary.revision) return;
    const now = this.#endsOf(selection);
    if (now?.anchor === ends.anchor && now.focus === ends.focus) return this.follow();
    const anchor = textPlace(article, ends.anchor);
    const focus = textPlace(article, ends.focus);
    if (anchor && focus) selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }

  /** Selects the words again that a form took the selection from. */
  reselect(): void {
    const { article } = this.#page;
    if (!this.words || !article) return;
    const ranges = spanToRanges(article, this.words.start, this.words.end);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (!first || !last) return;
    getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  }

  /** The words selected may lie elsewhere in the window now. */
  follow(): void {
    const { words } = this;
    const selection = getSelection();
    if (!words || !selection || selection.rangeCount === 0 || !this.#ends || this.#pressed || this.making) return;
    const at = selectedLines(selection.getRangeAt(0));
    if (at && !sameLines(at, words.at)) this.words = { ...words, at };
  }

  /** Selects the text of the article, and nothing else in the window. */
  async all(): Promise<void> {
    const { article } = this.#page;
    const [first, last] = [this.#reading.blocks[0], this.#reading.blocks.at(-1)];
    if (!article || !first || !last) return;
    this.#page.holdEnds();
    await tick();
    const start = textPlace(article, first.block.start);
    const end = textPlace(article, last.block.end);
    if (start && end) getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  /** Lets go of what is selected, also of what the window has not told of yet; says whether there was anything. */
  letGo(): boolean {
    this.changed();
    const any = this.words !== null || this.isAll;
    if (any) this.clear();
    return any;
  }

  clear(): void {
    this.words = null;
    this.isAll = false;
    this.#ends = null;
    getSelection()?.removeAllRanges();
  }

  /** The words selected become the quote of new evidence for the claim in hand; the form asks for the rest. */
  useAsEvidence(): void {
    const document = this.#reading.key;
    if (!this.words || hand.key === null || document === null) return;
    const { start, end, words } = this.words;
    evidenceForms.quote(hand.key, words, { document, quote: null, span: { start, end } });
    this.clear();
  }

  /** The words selected become a mention of the claim in hand. */
  async addMention(): Promise<void> {
    const claim = hand.key;
    const document = this.#reading.key;
    if (claim === null || !this.words || document === null) return;
    const { start, end } = this.words;
    // A key pressed twice adds it once.
    const name = [claim, document, start, end].join(" ");
    if (this.#adding.has(name)) return;
    this.#adding.add(name);
    const place = { document, quote: null, span: { start, end } };
    const added = await edits.run(() => backend.call("mentions.add", { claim, place }));
    this.#adding.delete(name);
    // Others may have been selected meanwhile.
    if (added && this.words?.start === start && this.words.end === end) this.clear();
  }

  /** In each frame, since the browser selects anew at each move of the pointer and while it scrolls by itself. */
  #keepWithin(): void {
    if (!this.#dragged) return;
    this.#endWithin();
    requestAnimationFrame(() => this.#keepWithin());
  }

  /** Ends what is being selected in the text, though the pointer is beside it. */
  #endWithin(): void {
    const { article, scroller } = this.#page;
    const selection = getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
    if (!this.#dragged || !article || !scroller || !selection || !anchorNode) return;
    if (this.#page.pointAt(anchorNode, anchorOffset ?? 0) === null) return;
    const end = endBeside(this.#dragged, article, scroller);
    if (!end || (end.node === focusNode && end.offset === focusOffset)) return;
    selection.setBaseAndExtent(anchorNode, anchorOffset ?? 0, end.node, end.offset);
  }

  #read(): void {
    // The form for a new claim takes the selection with the focus; the words chosen stay.
    if (this.making) return;
    const { article } = this.#page;
    const selection = getSelection();
    this.words = null;
    this.isAll = false;
    this.#ends = null;
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!selection || !range || !article || !range.intersectsNode(article)) return this.#page.hold(null);
    this.#page.hold(range);
    this.#ends = this.#endsOf(selection);
    const caret = this.#page.pointAt(range.startContainer, range.startOffset);
    const span = selectionToSpan(range, article);
    if (span) this.#sentences.meanAt(span.start);
    else if (caret !== null) this.#sentences.meanAt(caret);
    this.isAll = span !== null && this.#isAll(span);
    if (this.isAll) return;
    const at = selectedLines(range);
    // Of a long selection not all is drawn, so its words are the document's.
    if (span && at) this.words = { ...span, words: wordsOf(this.#reading.blocks, span.start, span.end), at };
  }

  /** Whether words are the whole text; one of a single sentence may be a claim. */
  #isAll({ start, end }: SelectedWords): boolean {
    const { blocks, view } = this.#reading;
    const [first, last] = [blocks[0]?.block, blocks.at(-1)?.block];
    if (!first || !last || (view?.sentences.length ?? 0) < 2) return false;
    const { text } = last;
    const blankAfter = [...text].length - [...text.trimEnd()].length;
    const blankBefore = [...first.text].length - [...first.text.trimStart()].length;
    return start <= first.start + blankBefore && end >= last.end - blankAfter;
  }

  #endsOf({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): Ends | null {
    const anchor = anchorNode && this.#page.pointAt(anchorNode, anchorOffset);
    const focus = focusNode && this.#page.pointAt(focusNode, focusOffset);
    const revision = this.#reading.view?.summary.revision;
    return anchor === null || focus === null || revision === undefined ? null : { anchor, focus, revision };
  }
}

/** Whether two are at the same place. */
function sameLines(one: SelectedLines, other: SelectedLines): boolean {
  const numbers = ({ first, last, lineEnd }: SelectedLines): number[] =>
    [first, last].flatMap(({ left, top, right, bottom }) => [left, top, right, bottom]).concat(lineEnd);
  const there = numbers(other);
  return numbers(one).every((number, index) => number === there[index]);
}
