/** The document that is read: its blocks, sentences and marks, and which of them are marked. */
import { untrack } from "svelte";
import { backend, type DocumentView, type Mark, toCommandError, type Touched } from "../backend";
import { hiddenIn, hiddenWords } from "../text/hidden";
import { changes, edits, hand, touches, workspace } from "../workspace";
import { byClaim, setBlocks, type SetBlock, type Shown, wordsOf } from "./article";
import { checked } from "./checking";
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
  /** Claims that were written to since the document was fetched last; nothing where it may be any. */
  #touched: Set<number> | null = new Set();
  /** The blocks as they were set last. */
  #set: readonly SetBlock[] = [];

  /** Key of the document; nothing while it is not known. */
  readonly key = $derived.by(() => keyOfDocument(this.#wanted()));
  readonly blocks = $derived.by(() => (this.#set = this.view ? setBlocks(this.view, this.#set) : []));
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
    // Untracked: that the text has arrived is no reason to fetch it once more.
    void untrack(() => this.#load(document)).then(arrived);
    return changes.on((touched) => {
      if (!touches(touched, "document", document) && !touches(touched, "claim")) return;
      this.#touch(touched);
      void this.#load(document);
    });
  }

  /** The arrival of the document, which what is pressed now is meant for; nothing when it is there or will not come. */
  arrival(): Promise<void> | null {
    return this.view || this.missing ? null : this.#loading;
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

  #touch(touched: readonly Touched[]): void {
    for (const { thing, keys, many } of touched) {
      if (thing !== "claim" || !this.#touched) continue;
      if (many) this.#touched = null;
      else for (const key of keys) this.#touched.add(key);
    }
  }

  /** The document as it is now. Its text never changes within a revision, so only what edits change is asked for. */
  async #newest(document: number): Promise<DocumentView> {
    const claims = this.#touched;
    this.#touched = new Set();
    try {
      if (this.view) {
        const asked = { document, claims: claims && [...claims] };
        const checking = await backend.call("documents.checking", asked);
        if (this.view?.summary.revision === checking.summary.revision) return checked(this.view, checking, claims);
      }
      return await backend.call("documents.get", { document });
    } catch (thrown) {
      // What it missed is asked for with the next.
      this.#touched = null;
      throw thrown;
    }
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
      const got = await this.#newest(document);
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
