/** How many claims have what `has:`, `no:` and `is:` ask about, which no facet counts. */
import { backend, type FacetGroup, type Key } from "../backend";
import { Turns } from "../workspace";
import { BEINGS, HAVES } from "./words";

const VALUES: Partial<Record<Key, readonly string[]>> = {
  has: Object.keys(HAVES),
  no: Object.keys(HAVES),
  is: Object.keys(BEINGS),
};

export class Having {
  /** The values with their counts; nothing until they were counted. */
  group = $state.raw<FacetGroup | null>(null);
  #asked = 0;
  /** One for each value: they are counted side by side, each in place of its own older question. */
  readonly #turns = new Map<string, Turns>();

  /**
   * Counts the values of a key, each as if it were added to a query.
   *
   * @param query without the key's own terms, as facets are counted
   */
  async count(key: Key | null, query: string): Promise<void> {
    const asked = ++this.#asked;
    const values = key && VALUES[key];
    this.group = null;
    if (!values) return;
    try {
      const options = await Promise.all(
        values.map(async (value) => ({
          value,
          label: value,
          count: await this.#total(`${query} ${key}:${value}`, value),
        })),
      );
      if (asked === this.#asked) this.group = { key, options };
    } catch {
      // The words stand without their counts.
    }
  }

  async #total(query: string, value: string): Promise<number> {
    const turns = this.#turns.get(value) ?? new Turns(`having ${value}`);
    this.#turns.set(value, turns);
    const sort = { key: "edited", descending: true } as const;
    return (await backend.call("claims.page", { query, sort, from: 0, limit: 0, turn: turns.of(query) })).total;
  }
}
