/** The document that is read: its blocks, sentences and marks, and which of them are marked. */
import { backend, type DocumentView, type Mark, toCommandError } from "../backend";
import { hiddenIn, hiddenWords } from "../text/hidden";
import { changes, edits, hand, touches, workspace } from "../workspace";
import { byClaim, setBlocks, type Shown, wordsOf } from "./article";
import { nameOf } from "./marks";

export class Reading {
  #wanted: () => string;
  /** What was marked before the marks were turned off. */
  #before: Shown = "all";
  /** Nothing until it has arrived. */
  view = $state.raw<DocumentView | null>(null);
  /** Whether there is no such document. */
  missing = $state(false);
  shown = $state<Shown>("all");
  #loading: Promise<void> | null = null;
  #again = false;

  /** Key of the document; nothing while it is not known. */
  readonly key = $derived.by(() => keyOfDocument(this.#wanted()));
  readonly blocks = $derived.by(() => (this.view ? setBlocks(this.view) : []));
  /** The mentions of each claim, the claims by their first mention. */
  readonly mentions = $derived.by(() => byClaim(this.view?.marks ?? []));
  /** The claims by their first mention. */
  readonly order = $derived.by(() => [...this.mentions.keys()]);
  /** The mentions of the claim in hand, in order of place. */
  readonly inHand = $derived.by(() => (hand.key !== null && this.mentions.get(hand.key)) || []);

  /** Reads the document of a reference, `D1`, or an id. */
  constructor(wanted: () => string) {
    this.#wanted = wanted;
  }

  /** Fetches the document and keeps it right as things are written, until the function returned is called. */
  follow(arrived: () => void): (() => void) | undefined {
    const document = this.key;
    if (document === null) return undefined;
    this.view = null;
    this.missing = false;
    void this.#load(document).then(arrived);
    return changes.on((touched) => {
      if (touches(touched, "document", document) || touches(touched, "claim")) void this.#load(document);
    });
  }

  /** What a mark is called, with what in its words is not seen and the marks that overlap it. */
  nameOf(mark: Mark, others: readonly Mark[]): string {
    const hidden = hiddenWords(hiddenIn(wordsOf(this.blocks, mark.start, mark.end)));
    return nameOf(mark, others, this.mentions, workspace.info?.prefix ?? "", hidden);
  }

  /** Turns the marks off, or on again as they were. */
  toggleMarks(): void {
    const { shown } = this;
    this.shown = shown === "none" ? this.#before : "none";
    if (shown !== "none") this.#before = shown;
  }

  /** Shows at once that a sentence was marked; its coverage if the mark goes comes with the document. */
  marked(number: number, nothing: boolean): void {
    const { view } = this;
    if (!view) return;
    const sentences = view.sentences.map((sentence) => {
      if (sentence.number !== number) return sentence;
      return { ...sentence, nothing_to_check: nothing, ...(nothing ? { coverage: "not-checkable" as const } : {}) };
    });
    this.view = { ...view, sentences };
  }

  /** Fetches the document; what is written meanwhile is fetched once after, however often that is. */
  async #load(document: number): Promise<void> {
    this.#again = true;
    this.#loading ??= (async () => {
      while (this.#again) {
        this.#again = false;
        await this.#fetch(this.key ?? document);
      }
      this.#loading = null;
    })();
    await this.#loading;
  }

  async #fetch(document: number): Promise<void> {
    try {
      const got = await backend.call("documents.get", { document });
      if (document !== this.key) return;
      this.view = got;
      // What was deleted is there again after undo, also somebody else's.
      this.missing = false;
    } catch (thrown) {
      const error = toCommandError(thrown);
      if (document !== this.key) return;
      if (error.code === "not-found") this.missing = true;
      else edits.report(error);
    }
  }
}

/** The key of a document by its reference, `D1`, or its id; nothing while that is not known. */
export function keyOfDocument(document: string): number | null {
  const ref = /^D(\d+)$/.exec(document)?.[1];
  const known = workspace.documents?.find((one) => one.id === document)?.ref.slice(1);
  const number = ref ?? known;
  return number === undefined ? null : Number(number);
}
