/** The cursor of the ledger and the claim in hand, which go together: where they stand, and where they go next. */
import { backend, type ClaimRow, type Sort } from "../backend";
import { edits, hand } from "../workspace";

/** What the cursor asks of the list that it moves in. */
export interface Listed {
  /** Claims in it; nothing until they are counted. */
  readonly total: number | null;
  /** The query and the order of the rows that are shown. */
  readonly shown: { query: string; sort: Sort };
  /** Counts what is asked for: what was found in an older list is dropped. */
  readonly asked: number;
  /** A row, if it is at hand. */
  row(index: number): ClaimRow | undefined;
  /** The place of a claim, if its row is at hand. */
  find(key: number): number | undefined;
}

/** How far beside a claim that has gone the next one is looked for, rows: further than several that go at once are seen. */
const FAR = 200;

/** The rows that were shown before. */
type Rows = Pick<Listed, "row">;

export class Cursor {
  /** Its place; nothing before there was one. */
  at = $state<number | null>(null);
  /** A row to be brought into sight; each wish is a new object. */
  wish = $state.raw<{ index: number; how: "nearest" | "start" | "center" } | null>(null);
  /** Where a range of rows begins; nothing before one could. */
  anchor: number | null = null;

  readonly #list: Listed;
  /** The claim in hand is not in the list; the cursor stands where it was. */
  #away = false;
  /** Tells those who wait for it that the row under the cursor has come and is in hand; nothing when none is to come. */
  #taking: (() => void) | null = null;
  /** The claims that stood beside the claim in hand before it moved, so that the next claim stays the next. */
  #beside: { before: number | undefined; after: number | undefined } | null = null;
  /** The claim that was in hand before a query found nothing: it is taken again once it is listed. */
  #left: number | null = null;
  #moves = 0;

  constructor(list: Listed) {
    this.#list = list;
  }

  /** Puts the cursor on a row and takes its claim in hand. */
  goTo(index: number): void {
    const { total } = this.#list;
    if (!total) return;
    this.#moves++;
    this.#left = null;
    this.at = Math.min(Math.max(index, 0), total - 1);
    this.#away = false;
    this.#beside = null;
    this.anchor = this.at;
    this.show("nearest");
    const row = this.#list.row(this.at);
    this.#taking = null;
    if (row) hand.take(row.key);
    else hand.expect(new Promise<void>((taken) => (this.#taking = taken)));
  }

  /** Moves by rows; the promise is of a claim that has to be found first. */
  move(by: number): Promise<void> | void {
    const { at } = this;
    if (at === null) return;
    if (!this.#beside || Math.abs(by) !== 1) return this.#step(at, by);
    const key = by > 0 ? this.#beside.after : this.#beside.before;
    return this.#search(key, () => this.#step(at, by));
  }

  /** Puts the cursor on a claim, wherever it stands in the list. */
  goToClaim(key: number): Promise<void> {
    return this.#search(key);
  }

  /** Brings its row into sight. */
  show(how: "nearest" | "center"): void {
    if (this.at !== null) this.wish = { index: this.at, how };
  }

  /** Takes note of another list, which is seen from its top. */
  begin(): void {
    this.anchor = null;
    this.wish = { index: 0, how: "start" };
  }

  #step(at: number, by: number): void {
    this.goTo(this.#away && by > 0 ? at + by - 1 : at + by);
  }

  /** Goes to a claim when its place is found, `otherwise` if it has none; a later move goes before. */
  #search(key: number | undefined, otherwise?: () => void): Promise<void> {
    const move = ++this.#moves;
    const search = (async () => {
      const place = key === undefined ? null : await this.#place(key);
      if (move !== this.#moves) return;
      if (place !== null) this.goTo(place);
      else otherwise?.();
    })();
    hand.expect(search);
    return search;
  }

  /** Finds the claim in hand again, without moving what is seen; made for a claim taken elsewhere. */
  async findHand(): Promise<void> {
    if (this.#list.total === null || this.#taking) return;
    if (this.at !== null && this.#list.row(this.at)?.key === hand.key) return;
    await this.find(null);
    if (!this.#away) this.show("nearest");
  }

  /** The next Open claim after the cursor, from the top again after the last; nothing if there is none. */
  async nextOpen(): Promise<number | null> {
    const { total } = this.#list;
    if (!total) return null;
    const after = this.#beside?.after;
    const from = after === undefined ? (this.at ?? -1) + (this.#away ? 0 : 1) : await this.#place(after);
    if (from === null) return null;
    for (let step = 0; step < total; step++) {
      const row = this.#list.row((from + step) % total);
      // What lies between is not at hand.
      if (!row) return backend.call("claims.next-open", { ...this.#question(), from, but: hand.key });
      if (row.status === "open" && row.key !== hand.key) return row.key;
    }
    return null;
  }

  /** Takes the claim under the cursor in hand, if its row was awaited and is here. */
  take(): void {
    const row = this.at === null ? undefined : this.#list.row(this.at);
    const taken = this.#taking;
    if (!taken || !row) return;
    this.#taking = null;
    hand.take(row.key);
    taken();
  }

  /**
   * Keeps the cursor on the claim in hand after rows have moved; `old` are the rows before, with which the claims beside it
   * stay the next. With `meant`, a claim that is not in the list goes out of hand: no key changes what its person has
   * filtered away. With `follows`, one that still is comes into sight, with what lies beside it now.
   */
  async find(old: Rows | null, meant = false, follows = false): Promise<void> {
    const { key } = hand;
    const { at } = this;
    if (!old) this.#beside = null;
    if (key !== null && at !== null && this.#list.row(at)?.key === key) {
      this.#away = false;
      return;
    }
    if (old && at !== null && !this.#beside && old.row(at)?.key === key)
      this.#beside = { before: this.#nearest(old, at, -1), after: this.#nearest(old, at, 1) };
    const { asked } = this.#list;
    const sought = key ?? this.#left;
    const place = sought === null ? null : await this.#place(sought);
    if (asked !== this.#list.asked || hand.key !== key) return;
    const { total } = this.#list;
    if (key === null) {
      // With nothing in hand, the first claim is taken; after one that is gone, the one in its place.
      if (total) this.goTo(place ?? this.at ?? 0);
      else this.at = null;
    } else if (place === null && meant) {
      if (total) return this.goTo(0);
      this.#left = key;
      this.at = null;
      hand.take(null);
    } else {
      this.#away = place === null;
      this.at = place ?? Math.min(at ?? 0, Math.max(0, (total ?? 0) - 1));
      if (!follows || place === null) return;
      this.#beside = null;
      this.show("nearest");
    }
  }

  /** The nearest claim on one side of a place in old rows that is still listed, as far as is at hand; else the one beside it. */
  #nearest(old: Rows, at: number, by: 1 | -1): number | undefined {
    for (let step = 1; step <= FAR; step++) {
      const key = old.row(at + step * by)?.key;
      if (key === undefined) break;
      if (this.#list.find(key) !== undefined) return key;
    }
    return old.row(at + by)?.key;
  }

  #question(): { query: string; sort: Sort } {
    const { query, sort } = this.#list.shown;
    return { query, sort };
  }

  /** The place of a claim in the list; nothing if the query does not find it. */
  async #place(key: number): Promise<number | null> {
    const near = this.#list.find(key);
    if (near !== undefined) return near;
    return edits.attempt(() => backend.call("claims.locate", { ...this.#question(), claim: key }));
  }
}
