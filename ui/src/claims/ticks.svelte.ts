/** The ticks of the ledger: which claims are selected, one by one, by ranges, or all that the query finds. */
import { backend } from "../backend";
import { edits } from "../workspace";
import type { Cursor, Listed } from "./cursor.svelte";
import { Selection } from "./selection";

/** What ticks are put on. */
interface Ticked extends Listed {
  readonly cursor: Cursor;
}

export class Ticks {
  /** The claims that are ticked. */
  selected = $state.raw(Selection.NONE);

  readonly #list: Ticked;
  /** Counts selections: the keys of a range that was overtaken are dropped. */
  #turn = 0;
  /**
   * The last range: the place where it began, what was ticked before it and what since. It ends elsewhere as long as nothing
   * else is ticked.
   */
  #range: { anchor: number; before: Selection; since: Selection } | null = null;

  constructor(list: Ticked) {
    this.#list = list;
  }

  /** How many claims are ticked. */
  get count(): number {
    return this.selected.count(this.#list.total);
  }

  /** Ticks a row, or takes the tick away. */
  toggle(index: number): void {
    const row = this.#list.row(index);
    if (!row) return;
    this.selected = this.selected.toggle(row.key);
    this.#list.cursor.anchor = index;
  }

  /** Moves the cursor to a row, and the end of the range with it. */
  async extendTo(index: number): Promise<void> {
    const { cursor } = this.#list;
    const anchor = cursor.anchor ?? cursor.at ?? index;
    cursor.goTo(index);
    await this.range(index, anchor);
  }

  /** Ticks the rows from where the last range began, or from `anchor`, to a row, besides those ticked before the range. */
  async range(to: number, anchor = this.#list.cursor.anchor ?? this.#list.cursor.at ?? to): Promise<void> {
    this.#list.cursor.anchor = anchor;
    const [first, last] = [Math.min(anchor, to), Math.max(anchor, to)];
    const turn = ++this.#turn;
    // Of the moment when the keys are here: what was ticked or taken away while they were awaited stays so.
    const take = (ticked: (before: Selection) => Selection): void => {
      const range = this.#range;
      const before = range?.anchor === anchor && range.since === this.selected ? range.before : this.selected;
      this.selected = ticked(before);
      this.#range = { anchor, before, since: this.selected };
    };
    const keys: number[] = [];
    for (let index = first; index <= last; index++) {
      const row = this.#list.row(index);
      if (!row) {
        // All there is, and not all of it at hand: that is what the query finds.
        if (first === 0 && last + 1 === this.#list.total) return take(() => Selection.all(this.#list.shown.query));
        const { asked, shown } = this.#list;
        const list = { query: shown.query, sort: shown.sort, from: first, limit: last + 1 - first };
        const all = await edits.attempt(() => backend.call("claims.keys", list));
        if (all && asked === this.#list.asked && turn === this.#turn) take((before) => before.adding(all));
        return;
      }
      keys.push(row.key);
    }
    take((before) => before.adding(keys));
  }

  /** Takes note that the rows have moved: the one that the range began at stands at `anchor` now, or nowhere known. */
  moved(anchor: number | null): void {
    if (this.#range) this.#range = anchor === null ? null : { ...this.#range, anchor };
  }

  /** Ticks every claim that the query finds, however many. */
  all(): void {
    this.#turn++;
    if (this.#list.total) this.selected = Selection.all(this.#list.shown.query);
  }

  none(): void {
    this.#turn++;
    this.selected = Selection.NONE;
  }

  /** Takes away the ticks of claims that have left the list: nothing unseen is ever changed. */
  async prune(): Promise<void> {
    for (;;) {
      const { selected } = this;
      if (selected.keys.size === 0) return;
      const claims = [...selected.keys];
      const { query } = this.#list.shown;
      const there = await edits.attempt(() => backend.call("claims.among", { query, claims }));
      if (!there) return;
      if (this.selected === selected) return void (this.selected = selected.keeping(there));
      // Others were ticked while the answer was awaited: it is asked of them too.
    }
  }
}
