/** Which claims are ticked: some by their keys, or all that a query finds but for some. */
import type { Chosen } from "../backend";

/** Immutable, so that whoever shows it sees that it changed. */
export class Selection {
  static readonly NONE = new Selection(null, new Set());

  private constructor(
    /** The query whose claims are ticked; nothing where they are ticked one by one. */
    readonly query: string | null,
    /** Keys of the claims that are ticked; with a query, of those that are not. */
    readonly keys: ReadonlySet<number>,
  ) {}

  /** All that a query finds, however many. */
  static all(query: string): Selection {
    return new Selection(query, new Set());
  }

  has(key: number): boolean {
    return this.keys.has(key) === (this.query === null);
  }

  /** How many claims are ticked, of a list of `total`. */
  count(total: number | null): number {
    return this.query === null ? this.keys.size : Math.max(0, (total ?? 0) - this.keys.size);
  }

  /** With a claim ticked that was not, or the other way round. */
  toggle(key: number): Selection {
    const keys = new Set(this.keys);
    if (!keys.delete(key)) keys.add(key);
    return new Selection(this.query, keys);
  }

  /** With more claims ticked. */
  adding(keys: Iterable<number>): Selection {
    const all = new Set(this.keys);
    for (const key of keys) {
      if (this.query === null) all.add(key);
      else all.delete(key);
    }
    return new Selection(this.query, all);
  }

  /** With only those of the keys that are still there. */
  keeping(keys: readonly number[]): Selection {
    return keys.length === this.keys.size ? this : new Selection(this.query, new Set(keys));
  }

  /** As the engine is told it. */
  get chosen(): Chosen {
    const keys = [...this.keys];
    return this.query === null ? { kind: "claims", keys } : { kind: "query", query: this.query, except: keys };
  }
}
