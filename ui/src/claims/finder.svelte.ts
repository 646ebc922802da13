/** What is looked for within long facets, and what the host found beyond the options that a facet lists. */
import { SvelteMap } from "svelte/reactivity";
import { backend, type FacetOption, type Key } from "../backend";
import { matches } from "../text/matches";
import { edits, Turns } from "../workspace";
import { ledger } from "./ledger.svelte";

/** As many options as a facet lists: where there are as many, there may be more. */
export const LISTED = 50;

/** How long typing rests before the host is asked, in milliseconds. */
const TYPING_MS = 120;

type Named = Pick<FacetOption, "value" | "label"> & { count?: number };

interface Search {
  words: string;
  /** What the host found, and for which words and query. */
  found?: { words: string; query: string; options: readonly FacetOption[] };
}

export class Finder {
  #searches = $state<Partial<Record<Key, Search>>>({});
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #turns: Turns;
  /** The labels of options that the host found once, by key and value: one that was chosen keeps its name. */
  readonly #labels = new SvelteMap<string, string>();

  /** @param name tells what is looked for here from what is looked for elsewhere */
  constructor(name: string) {
    this.#turns = new Turns(name);
  }

  words(key: Key): string {
    return this.#searches[key]?.words ?? "";
  }

  /** Looks for options of a facet. */
  find(key: Key, words: string): void {
    this.#searches[key] = { ...this.#searches[key], words };
    clearTimeout(this.#typing);
    if (words.trim() !== "" && this.#isLong(key))
      this.#typing = setTimeout(() => void this.#ask(key, words), TYPING_MS);
  }

  /** What is looked for is counted anew, since the query is another. */
  async again(): Promise<void> {
    // One after the other: a newer question ends the one before.
    for (const [key, { words, found }] of Object.entries(this.#searches))
      if (found && words.trim() !== "" && found.query !== ledger.query) await this.#ask(key as Key, words);
  }

  /** Whether the host is still to say what it finds beyond the options that a facet lists. */
  isAsking(key: Key): boolean {
    return this.#isLong(key) && this.#searches[key]?.found?.words !== this.words(key);
  }

  /** Whether a facet may have more options than it lists. */
  #isLong(key: Key): boolean {
    return (ledger.facets?.find((group) => group.key === key)?.options.length ?? 0) >= LISTED;
  }

  /** The label of an option that was found here. */
  label(key: Key, value: string): string | undefined {
    return this.#labels.get(`${key} ${value}`);
  }

  /** Those of the options that have the words looked for, the host's if it has answered. */
  among<Option extends Named>(key: Key, options: readonly Option[], name: (option: Named) => string): readonly Named[] {
    const words = this.words(key);
    if (words.trim() === "") return options;
    const here = options.filter((option) => matches(name(option), words));
    return [...here, ...this.found(key).filter((one) => !here.some((other) => other.value === one.value))];
  }

  /** What the host found for the words looked for now. */
  found(key: Key): readonly Named[] {
    const { words, found } = this.#searches[key] ?? {};
    if (!found || found.words !== words) return [];
    // Until they are counted anew, those found are listed without their counts.
    return found.query === ledger.query ? found.options : found.options.map(uncounted);
  }

  async #ask(key: Key, words: string): Promise<void> {
    const { query } = ledger;
    const turn = this.#turns.of([query, key, words]);
    const group = await edits.attempt(() => backend.call("claims.facet", { query, key, words, turn }));
    if (!group || this.words(key) !== words) return;
    for (const { value, label } of group.options) this.#labels.set(`${key} ${value}`, label);
    this.#searches[key] = { words, found: { words, query, options: group.options } };
  }
}

function uncounted({ value, label }: FacetOption): Named {
  return { value, label };
}
