/** Which evidence is being filled in. Drafts stay until they are saved or cleared, a claim each; closing loses nothing. */
import { SvelteMap } from "svelte/reactivity";
import type { Evidence, Place } from "../backend";
import { blank, type Draft, draftOf, isFilled } from "./draft";

export interface OpenForm {
  /** The claim's key. */
  claim: number;
  /** The evidence that is changed; none for new evidence. */
  evidence: Evidence | null;
  draft: Draft;
}

class Forms {
  /** The form on screen; one a window. */
  open = $state<OpenForm | null>(null);
  readonly #kept = new SvelteMap<string, Draft>();

  /** Opens the form for new evidence, as it was left. */
  add(claim: number): void {
    this.#show(claim, null, this.#kept.get(name(claim, null)) ?? blank());
  }

  /** Opens the form with words of a document of this workspace as the quote. */
  quote(claim: number, words: string, place: Place): void {
    this.#show(claim, null, { ...(this.#kept.get(name(claim, null)) ?? blank()), known: null, quote: words, place });
  }

  /** Opens the form to change evidence. */
  edit(claim: number, evidence: Evidence): void {
    this.#show(claim, evidence, this.#kept.get(name(claim, evidence)) ?? draftOf(evidence));
  }

  /** Takes the form off the screen and keeps what was filled in. */
  close(): void {
    if (!this.open) return;
    const { claim, evidence, draft } = this.open;
    const changed = evidence ? JSON.stringify(draft) !== JSON.stringify(draftOf(evidence)) : isFilled(draft);
    if (changed) this.#kept.set(name(claim, evidence), $state.snapshot(draft));
    else this.#kept.delete(name(claim, evidence));
    this.open = null;
  }

  /** Forgets what was filled in: it is saved, or not wanted. */
  forget(claim: number, evidence: Evidence | null): void {
    this.#kept.delete(name(claim, evidence));
    if (this.open?.claim === claim && this.open.evidence?.id === evidence?.id) this.open = null;
  }

  /** Whether new evidence for a claim was begun and left. */
  has(claim: number): boolean {
    return this.#kept.has(name(claim, null));
  }

  #show(claim: number, evidence: Evidence | null, draft: Draft): void {
    this.close();
    this.open = { claim, evidence, draft: { ...draft } };
  }
}

export const forms = new Forms();

function name(claim: number, evidence: Evidence | null): string {
  return `${claim} ${evidence?.id ?? "new"}`;
}
