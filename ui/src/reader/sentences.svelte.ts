/** The sentence that is meant: the one last clicked, selected in or gone to. `Z` says that it holds nothing to check. */
import { backend, type Sentence } from "../backend";
import { edits } from "../workspace";
import { sentenceAt } from "./article";
import type { Reading } from "./reading.svelte";

export class Sentences {
  #reading: Reading;
  #number = $state<number | null>(null);
  #last: Promise<void> = Promise.resolve();
  /** The number clicked, in the window: what can be done with its sentence is offered there. */
  asked = $state.raw<DOMRect | null>(null);
  readonly meant = $derived.by((): Sentence | null => {
    const sentences = this.#reading.view?.sentences;
    return (this.#number !== null && sentences?.find(({ number }) => number === this.#number)) || null;
  });

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Means a sentence by its number, or none. */
  mean(number: number | null): void {
    this.#number = number;
  }

  /** Means the sentence at a code point of the document. */
  meanAt(point: number): void {
    this.#number = sentenceAt(this.#reading.view?.sentences ?? [], point)?.number ?? null;
  }

  /** Means the sentence of the claim in hand, unless one of its sentences is meant already. */
  meanHand(): void {
    const { inHand } = this.#reading;
    const sentence = this.meant;
    const first = inHand[0];
    if (!first || (sentence && inHand.some((mark) => mark.start < sentence.end && mark.end > sentence.start))) return;
    this.meanAt(first.start);
  }

  /** The number clicked may stand elsewhere in the window now. */
  follow(article: HTMLElement | null): void {
    if (!this.asked) return;
    this.asked = article?.querySelector(`.sno[data-n="${this.#number}"]`)?.getBoundingClientRect() ?? null;
  }

  /** Marks the sentence meant “nothing to check”, or takes the mark away; pressed again, each after the one before. */
  mark(): Promise<void> {
    const number = this.#number;
    this.asked = null;
    return (this.#last = this.#last.then(() => this.#mark(number)));
  }

  async #mark(number: number | null): Promise<void> {
    const document = this.#reading.key;
    const sentence = this.#reading.view?.sentences.find((one) => one.number === number);
    if (!sentence || number === null || document === null) return;
    const nothing = !sentence.nothing_to_check;
    const arg = { document, sentence: number, nothing_to_check: nothing };
    if (await edits.run(() => backend.call("documents.mark-sentence", arg))) this.#reading.marked(number, nothing);
  }
}
