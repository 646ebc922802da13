/** The facets of the ledger with their counts, as long as somebody shows them. */
import { backend, type FacetGroup } from "../backend";
import { edits, Turns } from "../workspace";

export class Counts {
  /** Nothing until they were counted once. */
  groups = $state.raw<readonly FacetGroup[] | null>(null);

  readonly #query: () => string;
  #wanted = 0;
  #due = false;
  /** The counting under way, of a query. */
  #counting: { query: string } | null = null;
  readonly #turns = new Turns("facets");

  /** @param query what is asked for now */
  constructor(query: () => string) {
    this.#query = query;
  }

  /** Keeps them loaded until the function returned is called. */
  want(): () => void {
    this.#wanted++;
    void this.load();
    return () => this.#wanted--;
  }

  /** Counts anew. Those of another query go before the ones under way; those of the same query are counted once more. */
  async load(): Promise<void> {
    const query = this.#query();
    this.#due = this.#wanted > 0;
    if (this.#counting?.query === query) return;
    const counting = (this.#counting = { query });
    const turn = this.#turns.of(query);
    while (this.#due) {
      this.#due = false;
      const groups = await edits.attempt(() => backend.call("claims.facets", { query, turn }));
      if (this.#counting !== counting) return;
      if (groups && query === this.#query()) this.groups = groups;
    }
    this.#counting = null;
  }
}
