/** The words selected in the article, and what can be done with them. */
import { backend } from "../backend";
import { evidenceForms } from "../evidence";
import { edits, hand } from "../workspace";
import { wordsOf } from "./article";
import type { SelectedLines } from "./barPlace";
import type { Page } from "./page.svelte";
import type { Reading } from "./reading.svelte";
import { selectedLines } from "./selectedLines";
import { type SelectedWords, selectionToSpan } from "./selectionToSpan";
import type { Sentences } from "./sentences.svelte";

export class Selecting {
  #reading: Reading;
  #page: Page;
  #sentences: Sentences;
  /** Nothing while no words of the article are selected. */
  words = $state.raw<(SelectedWords & { at: SelectedLines }) | null>(null);
  /** Whether the form for a new claim is open. */
  making = $state(false);
  #pressed = false;

  constructor(reading: Reading, page: Page, sentences: Sentences) {
    this.#reading = reading;
    this.#page = page;
    this.#sentences = sentences;
  }

  /** The pointer goes down in the article: what was selected is so no more. */
  press(): void {
    this.#pressed = true;
    this.words = null;
  }

  release(): void {
    this.#pressed = false;
    this.#read();
  }

  /** The selection is another one; while the pointer is down, it is read at the end. */
  changed(): void {
    if (!this.#pressed) this.#read();
  }

  clear(): void {
    this.words = null;
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
    const place = { document, quote: null, span: { start, end } };
    if (await edits.run(() => backend.call("mentions.add", { claim, place }))) this.clear();
  }

  #read(): void {
    // The form for a new claim takes the selection with the focus; the words chosen stay.
    if (this.making) return;
    const { article } = this.#page;
    const selection = getSelection();
    this.words = null;
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    if (!range || !article || !range.intersectsNode(article)) return this.#page.hold(null);
    this.#page.hold(range);
    const caret = this.#page.pointAt(range.startContainer, range.startOffset);
    const span = selectionToSpan(range, article);
    if (span) this.#sentences.meanAt(span.start);
    else if (caret !== null) this.#sentences.meanAt(caret);
    const at = selectedLines(range);
    // Of a long selection not all is drawn, so its words are the document's.
    if (span && at) this.words = { ...span, words: wordsOf(this.#reading.blocks, span.start, span.end), at };
  }
}
