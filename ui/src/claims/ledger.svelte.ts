/** The ledger: a query, an order, the rows in sight, the cursor and the selection. One for each window. */
import {
  backend,
  type FacetGroup,
  type Hint,
  type Key,
  type Page,
  type Sort,
  type SortKey,
  type Term,
  toCommandError,
  type Turn,
} from "../backend";
import { changes, edits, hand, touches } from "../workspace";
import { PAGE, Pages, pagesOf } from "./pages";
import { settle, toggle, writeQuery, writeTerm } from "./query";
import { Selection } from "./selection";
import { Turns } from "./turns";

/** How long typing rests before the list is asked for, ms. */
export const TYPING_MS = 120;
/** How long notices are gathered before the rows in sight are fetched again, ms. */
const GATHER_MS = 40;
/** Pages asked for at once while scrolling: what was passed in between is never asked for. */
const AT_ONCE = 2;

/** Orders that begin with the greatest. */
const GREATEST_FIRST: ReadonlySet<SortKey> = new Set(["edited", "priority", "score", "evidence"]);

/** A question whose answer is a list: the same one for each of its pages. */
interface Asked {
  query: string;
  sort: Sort;
  turn: Turn;
}

class Ledger {
  /** The settled part of the query. */
  chips = $state.raw<readonly Term[]>([]);
  /** What is typed after the chips. */
  draft = $state("");
  sort = $state.raw<Sort>({ key: "edited", descending: true });

  /** Claims that the query finds; nothing until they are counted. */
  total = $state<number | null>(null);
  /** What in the query looks like a slip. */
  hints = $state.raw<readonly Hint[]>([]);
  /** The query whose rows are shown, as it was understood. */
  terms = $state.raw<readonly Term[]>([]);
  /** Relevance was asked for, but no word is rare enough to be weighed: the last edit goes first. */
  unranked = $state(false);
  facets = $state.raw<readonly FacetGroup[] | null>(null);
  /** The claims that are ticked. */
  selected = $state.raw(Selection.NONE);
  /** A row to be brought into sight; each wish is a new object. */
  wish = $state.raw<{ index: number; how: "nearest" | "start" | "center" } | null>(null);

  #pages = $state.raw(Pages.NONE);
  /** The place of the cursor; nothing before there was one. */
  #at = $state<number | null>(null);
  /** The claim in hand is not in the list; the cursor stands where it was. */
  #away = false;
  /** Tells those who wait for it that the row under the cursor has come and is in hand; nothing when none is to come. */
  #taking: (() => void) | null = null;
  /** The claims that stood beside the claim in hand before it moved, so that the next claim stays the next. */
  #beside: { before: number | undefined; after: number | undefined } | null = null;
  /** Where a range begins. */
  #anchor: number | null = null;
  /** Counts selections: the keys of a range that was overtaken are dropped. */
  #ranges = 0;

  /** Counts what is asked for; an answer to an older question is dropped. */
  #asked = 0;
  #moves = 0;
  /** The operation whose state is shown. */
  #operation = 0;
  /** What the list shown is the answer to. */
  #shown: Asked | null = null;
  readonly #turns = new Turns("claims");
  #sight: [number, number] = [0, 0];
  #fetching = new Set<number>();
  #followed = false;
  /** The coming of the first list or of a query's that is meant; nothing before it is asked for and once it is there. */
  #opening: Promise<void> | null = null;
  /** The query was typed on since it was last meant. */
  #typed = false;
  /** The query is meant, not only typed: a claim that its list does not have is not left in hand. */
  #meant = false;
  /** The claim that was in hand before a query found nothing: it is taken again once it is listed. */
  #left: number | null = null;
  #facetsWanted = 0;
  #facetsDue = false;
  /** The counting under way, of a query. */
  #counting: { query: string } | null = null;
  readonly #facetTurns = new Turns("facets");
  /** What is typed is to become chips altogether. */
  #whole = false;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;

  /** The whole query as text. */
  get query(): string {
    return [writeQuery(this.chips), this.draft.trim()].filter(Boolean).join(" ");
  }

  /** A row, if it is at hand. */
  row(index: number): ReturnType<Pages["row"]> {
    return this.#pages.row(index);
  }

  /** How many claims are ticked. */
  get ticked(): number {
    return this.selected.count(this.total);
  }

  /**
   * The coming of the first list, or of that of a query that was confirmed: what is pressed until then is meant for it.
   * Nothing once it is there.
   */
  get opening(): Promise<void> | null {
    return this.#opening;
  }

  get cursor(): number | null {
    return this.#at;
  }

  /** Keeps the list right as things are written. Returns what stops that. */
  follow(): () => void {
    this.#followed = true;
    void this.#load(this.total === null).then(() => {
      if (this.#at !== null) this.wish = { index: this.#at, how: "center" };
    });
    const stop = changes.on((touched) => {
      if (!touches(touched, "claim") && !touches(touched, "document") && !touches(touched, "person")) return;
      this.#gathering ??= setTimeout(() => {
        this.#gathering = undefined;
        if (this.#followed) void this.#load(false);
      }, GATHER_MS);
    });
    return () => {
      this.#followed = false;
      stop();
    };
  }

  /** Keeps the facets loaded until the function returned is called. */
  wantFacets(): () => void {
    this.#facetsWanted++;
    void this.#loadFacets();
    return () => this.#facetsWanted--;
  }

  /**
   * Loads the facets after the rows, which are waited for more. Those of another query go before the ones under way;
   * those of the same query are counted once more when they are there.
   */
  async #loadFacets(): Promise<void> {
    const { query } = this;
    this.#facetsDue = this.#facetsWanted > 0;
    if (this.#counting?.query === query) return;
    const counting = (this.#counting = { query });
    const turn = this.#facetTurns.of(query);
    while (this.#facetsDue) {
      this.#facetsDue = false;
      const facets = await edits.attempt(() => backend.call("claims.facets", { query, turn }));
      if (this.#counting !== counting) return;
      if (facets && query === this.query) this.facets = facets;
    }
    this.#counting = null;
  }

  // The query

  /** Takes what was typed; the list follows when typing rests. */
  type(text: string): void {
    this.draft = text;
    this.#typed = true;
    this.#whole = false;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#ask(), TYPING_MS);
  }

  /** Confirms what is typed: makes chips of all of it, and takes a claim of its list in hand. */
  async settle(): Promise<void> {
    if (this.draft.trim() === "") this.draft = "";
    else this.#typed = true;
    if (!this.#typed) return;
    this.#meant = true;
    await this.#ask(true);
  }

  /** Asks for another query, as text or as chips. */
  ask(query: string | readonly Term[]): void {
    const text = typeof query === "string";
    this.chips = text ? [] : query;
    if (text) this.draft = query;
    this.#meant = true;
    void this.#ask(text);
  }

  toggle(key: Key, value: string, negated = false): void {
    this.ask(toggle(this.chips, key, value, negated));
  }

  remove(term: Term): void {
    const rest = this.chips.filter((one) => one !== term);
    if (rest.length < this.chips.length) this.ask(rest);
    else this.ask(writeQuery(this.terms.filter((one) => one !== term)));
  }

  /** Turns the last chip back into text. */
  reopen(): void {
    const last = this.chips.at(-1);
    if (!last) return;
    this.chips = this.chips.slice(0, -1);
    this.type(`${writeTerm(last)}${this.draft === "" ? "" : ` ${this.draft}`}`);
  }

  clear(): void {
    this.ask("");
  }

  /** Sorts by a key; by the same key again, the other way round. */
  sortBy(key: SortKey): void {
    const descending = this.sort.key === key ? !this.sort.descending : GREATEST_FIRST.has(key);
    this.sortAs({ key, descending });
  }

  /** Sorts in an order. */
  sortAs(sort: Sort): void {
    if (sort.key === this.sort.key && sort.descending === this.sort.descending) return;
    this.sort = sort;
    if (this.#followed || this.total !== null) void this.#ask();
  }

  // Rows

  /** The rows in sight, `end` not included. */
  see(first: number, end: number): void {
    this.#sight = [first, end];
    this.#fetchSight();
  }

  async #ask(whole = false): Promise<void> {
    clearTimeout(this.#typing);
    this.#whole ||= whole;
    await this.#load(true);
  }

  async #load(anew: boolean): Promise<void> {
    if (this.total !== null && !this.#meant) return this.#fill(anew);
    const opening: Promise<void> = this.#fill(anew).finally(() => {
      if (this.#opening === opening) this.#opening = null;
    });
    this.#opening = opening;
    if (hand.key === null || this.#meant) hand.expect(opening);
    return opening;
  }

  /**
   * Loads the list: from its top for another query or order, else the rows in sight again. What is shown stays until
   * the answer is here.
   */
  async #fill(anew: boolean): Promise<void> {
    const asked = ++this.#asked;
    const { query, sort, draft, chips } = this;
    const list = this.#list(query, sort);
    const settledFirst = chips.length;
    const wanted = anew || this.total === null ? [0] : pagesOf(...this.#sight);
    this.#fetching.clear();
    let pages: Page[];
    try {
      pages = await Promise.all(wanted.map((page) => this.#page(page, list)));
    } catch (thrown) {
      if (asked !== this.#asked) return;
      edits.report(toCommandError(thrown));
      this.#meant = false;
      // The list before stays, and is asked for again as it is scrolled.
      if (this.#shown) this.#shown = this.#list(this.#shown.query, this.#shown.sort);
      return;
    }
    const newest = pages.reduce((one, other) => (other.operation > one.operation ? other : one));
    if (asked !== this.#asked || newest.operation < this.#operation) return;
    if (pages.some((page) => page.operation !== newest.operation)) return this.#fill(anew);

    const old = this.#pages;
    this.#operation = newest.operation;
    this.#pages = Pages.of(pages.map((page) => [Math.floor(page.from / PAGE), page.rows]));
    this.total = newest.total;
    this.hints = newest.hints;
    this.unranked = newest.unranked;
    this.terms = newest.query.terms;
    void this.#loadFacets();
    if (this.draft === draft && this.chips === chips) this.#settle(newest.query.terms.slice(settledFirst));
    const other = this.#shown?.query !== query;
    this.#shown = list;
    if (anew) {
      // In another order the same claims stay ticked.
      if (other) this.selected = Selection.NONE;
      this.#anchor = null;
      this.#beside = null;
      this.wish = { index: 0, how: "start" };
    } else if (this.selected.keys.size > 0) void this.#prune();
    await this.#find(anew ? null : old, this.#meant);
    if (asked === this.#asked && this.#meant) {
      this.#meant = false;
      this.#typed = false;
    }
    this.#fetchSight();
  }

  #settle(terms: readonly Term[]): void {
    const { chips, rest } = settle(this.draft, terms, this.#whole);
    this.#whole = false;
    if (chips.length === 0) return;
    this.chips = [...this.chips, ...chips];
    this.draft = rest;
  }

  #list(query: string, sort: Sort): Asked {
    return { query, sort, turn: this.#turns.of([query, sort]) };
  }

  #page(page: number, list: Asked): Promise<Page> {
    return backend.call("claims.page", { ...list, from: page * PAGE, limit: PAGE });
  }

  #fetchSight(): void {
    if (this.total === null || this.total === 0) return;
    const [first, end] = this.#sight;
    for (const page of pagesOf(first, Math.min(Math.max(end, first + 1), this.total))) {
      if (this.#fetching.size >= AT_ONCE) return;
      if (!this.#pages.has(page) && !this.#fetching.has(page)) void this.#fetch(page);
    }
  }

  async #fetch(page: number): Promise<void> {
    const list = this.#shown;
    if (!list) return;
    const asked = this.#asked;
    this.#fetching.add(page);
    try {
      // Of the list that is shown, whatever has been typed since.
      const answer = await this.#page(page, list);
      if (asked !== this.#asked) return;
      // The list was written to meanwhile: all in sight is asked for again.
      if (answer.operation !== this.#operation) return void this.#load(false);
      this.#pages = this.#pages.with(page, answer.rows);
      this.#take();
    } catch (thrown) {
      if (asked === this.#asked) edits.report(toCommandError(thrown));
      return;
    } finally {
      if (asked === this.#asked) this.#fetching.delete(page);
    }
    this.#fetchSight();
  }

  // The cursor

  /** Puts the cursor on a row and takes its claim in hand. */
  goTo(index: number): void {
    if (!this.total) return;
    this.#moves++;
    this.#left = null;
    this.#at = Math.min(Math.max(index, 0), this.total - 1);
    this.#away = false;
    this.#beside = null;
    this.#anchor = this.#at;
    this.wish = { index: this.#at, how: "nearest" };
    const row = this.row(this.#at);
    this.#taking = null;
    if (row) hand.take(row.key);
    else hand.expect(new Promise<void>((taken) => (this.#taking = taken)));
  }

  /** Moves the cursor by rows; with `extend`, the selection with it. */
  async move(by: number, extend = false): Promise<void> {
    while (this.#opening) await this.#opening;
    if (!this.total) return;
    const at = this.#at;
    const anchor = this.#anchor ?? at;
    if (at === null) return this.goTo(this.#sight[0]);
    if (this.#beside && Math.abs(by) === 1) {
      const key = by > 0 ? this.#beside.after : this.#beside.before;
      return this.#search(key, () => this.#step(at, by));
    }
    this.#step(at, by);
    if (!extend) return;
    await this.selectRange(this.#at ?? at, anchor ?? at);
  }

  /** Puts the cursor on a claim, wherever it stands in the list. */
  goToClaim(key: number): Promise<void> {
    return this.#search(key);
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
    if (this.total === null || this.#taking) return;
    if (this.#at !== null && this.row(this.#at)?.key === hand.key) return;
    this.#beside = null;
    await this.#find(null);
    if (!this.#away && this.#at !== null) this.wish = { index: this.#at, how: "nearest" };
  }

  /** The next Open claim after the cursor, from the top again after the last; nothing if there is none. */
  async nextOpen(): Promise<number | null> {
    const { total } = this;
    if (!total) return null;
    const after = this.#beside?.after;
    const from = after === undefined ? (this.#at ?? -1) + (this.#away ? 0 : 1) : await this.#place(after);
    if (from === null) return null;
    for (let step = 0; step < total; step++) {
      const row = this.row((from + step) % total);
      if (!row) return this.#nextOpenOf(from);
      if (row.status === "open" && row.key !== hand.key) return row.key;
    }
    return null;
  }

  /** The same where rows in between are not at hand. */
  async #nextOpenOf(from: number): Promise<number | null> {
    const { query, sort } = this.#shown ?? this;
    return backend.call("claims.next-open", { query, sort, from, but: hand.key });
  }

  #take(): void {
    const row = this.#at === null ? undefined : this.row(this.#at);
    const taken = this.#taking;
    if (!taken || !row) return;
    this.#taking = null;
    hand.take(row.key);
    taken();
  }

  /** The place of a claim in the list; nothing if the query does not find it. */
  async #place(key: number): Promise<number | null> {
    const near = this.#pages.find(key);
    if (near !== undefined) return near;
    const { query, sort } = this.#shown ?? this;
    return edits.attempt(() => backend.call("claims.locate", { query, sort, claim: key }));
  }

  /**
   * Keeps the cursor on the claim in hand after rows have moved; `old` are the rows before. With `meant`, a claim that is
   * not in the list goes out of hand: no key changes what its person has filtered away.
   */
  async #find(old: Pages | null, meant = false): Promise<void> {
    const { key } = hand;
    const at = this.#at;
    if (key !== null && at !== null && this.#pages.row(at)?.key === key) {
      this.#away = false;
      return;
    }
    if (old && at !== null && !this.#beside && old.row(at)?.key === key)
      this.#beside = { before: old.row(at - 1)?.key, after: old.row(at + 1)?.key };
    const asked = this.#asked;
    const sought = key ?? this.#left;
    const place = sought === null ? null : await this.#place(sought);
    if (asked !== this.#asked || hand.key !== key) return;
    if (key === null) {
      // With nothing in hand, the first claim is taken; after one that is gone, the one in its place.
      if (this.total) this.goTo(place ?? this.#at ?? 0);
      else this.#at = null;
    } else if (place === null && meant) {
      if (this.total) return this.goTo(0);
      this.#left = key;
      this.#at = null;
      hand.take(null);
    } else {
      this.#away = place === null;
      this.#at = place ?? Math.min(at ?? 0, Math.max(0, (this.total ?? 0) - 1));
    }
  }

  // The selection

  /** Ticks a row, or takes the tick away. */
  tick(index: number): void {
    const row = this.row(index);
    if (!row) return;
    this.selected = this.selected.toggle(row.key);
    this.#anchor = index;
  }

  /** Ticks the rows from where the last range began, or from `anchor`, to a row; those only. */
  async selectRange(to: number, anchor = this.#anchor ?? this.#at ?? to): Promise<void> {
    this.#anchor = anchor;
    const [first, last] = [Math.min(anchor, to), Math.max(anchor, to)];
    const turn = ++this.#ranges;
    const keys: number[] = [];
    for (let index = first; index <= last; index++) {
      const row = this.row(index);
      if (!row) {
        // All there is, and not all of it at hand: that is what the query finds.
        if (first === 0 && last + 1 === this.total) return this.selectAll();
        const asked = this.#asked;
        const { query, sort } = this.#shown ?? this;
        const list = { query, sort, from: first, limit: last + 1 - first };
        const all = await edits.attempt(() => backend.call("claims.keys", list));
        if (all && asked === this.#asked && turn === this.#ranges) this.selected = Selection.of(all);
        return;
      }
      keys.push(row.key);
    }
    this.selected = Selection.of(keys);
  }

  /** Ticks every claim that the query finds, however many. */
  selectAll(): void {
    this.#ranges++;
    if (this.total && this.#shown) this.selected = Selection.all(this.#shown.query);
  }

  selectNone(): void {
    this.#ranges++;
    this.selected = Selection.NONE;
  }

  /** Takes away the ticks of claims that have left the list: nothing unseen is ever changed. */
  async #prune(): Promise<void> {
    const { selected } = this;
    const claims = [...selected.keys];
    const { query } = this.#shown ?? this;
    const there = await edits.attempt(() => backend.call("claims.among", { query, claims }));
    if (there && this.selected === selected) this.selected = selected.keeping(there);
  }
}

/** A ledger of its own, for tests. */
export { Ledger };

export const ledger = new Ledger();
