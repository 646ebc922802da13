/** The ledger: a query, an order, the rows in sight and the selection. One for each window. */
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
import { changes, edits, hand, touches, Turns } from "../workspace";
import { Counts } from "./counts.svelte";
import { Cursor } from "./cursor.svelte";
import { languageHints } from "./languages";
import { PAGE, Pages, pagesOf } from "./pages";
import { asksSame, settle, toggle, writeQuery, writeTerm } from "./query";
import { Ticks } from "./ticks.svelte";

/** How long typing rests before the list is asked for, ms. */
export const TYPING_MS = 120;
/** How long notices are gathered before the rows in sight are fetched again, ms. */
const GATHER_MS = 40;
/** Pages asked for at once while scrolling: what was passed in between is never asked for. */
const AT_ONCE = 2;

const GREATEST_FIRST: ReadonlySet<SortKey> = new Set(["edited", "priority", "score", "evidence"]);

/** Whether an order begins with the greatest, unless it is turned. */
export function beginsWithGreatest(key: SortKey): boolean {
  return GREATEST_FIRST.has(key);
}

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
  /** The query whose rows are shown, as it was understood. */
  terms = $state.raw<readonly Term[]>([]);
  #slips = $state.raw<readonly Hint[]>([]);
  /** What in the query looks like a slip. */
  readonly hints = $derived.by(() => [...this.#slips, ...languageHints(this.shown.query, this.terms, this.facets)]);
  /** Relevance was asked for, but no word is rare enough to be weighed: the last edit goes first. */
  unranked = $state(false);
  readonly cursor = new Cursor(this);
  readonly ticks = new Ticks(this);
  readonly #counts = new Counts(() => this.query);

  #pages = $state.raw(Pages.NONE);
  /** Counts what is asked for; an answer to an older question is dropped. */
  #asked = 0;
  /** The operation whose state is shown. */
  #operation = 0;
  /** What the list shown is the answer to. */
  #shown: Asked | null = null;
  readonly #turns = new Turns("claims");
  #sight: [number, number] = [0, 0];
  /** A change was of several claims since the list was loaded: what is seen of it may be others altogether. */
  #shifted = false;
  #fetching = new Set<number>();
  #followed = false;
  /** The coming of the first list or of a query's that is meant; nothing before it is asked for and once it is there. */
  #opening: Promise<void> | null = null;
  /** The query was typed on since it was last meant. */
  #typed = false;
  /** The query is meant, not only typed: a claim that its list does not have is not left in hand. */
  #meant = false;
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

  /**
   * The coming of the first list, or of that of a query that was confirmed: what is pressed until then is meant for it.
   * Nothing once it is there.
   */
  get opening(): Promise<void> | null {
    return this.#opening;
  }

  /** The facets with their counts; nothing until they were counted once. */
  get facets(): readonly FacetGroup[] | null {
    return this.#counts.groups;
  }

  /** The query and the order of the rows that are shown. */
  get shown(): { query: string; sort: Sort } {
    return this.#shown ?? this;
  }

  /** Counts what is asked for; an answer to an older question is dropped. */
  get asked(): number {
    return this.#asked;
  }

  /** The place of a claim, if its row is at hand. */
  find(key: number): number | undefined {
    return this.#pages.find(key);
  }

  /** Keeps the list right as things are written. Returns what stops that. */
  follow(): () => void {
    this.#followed = true;
    void this.#load(this.total === null).then(() => this.cursor.show("center"));
    const stop = changes.on((touched) => {
      if (!touches(touched, "claim") && !touches(touched, "document") && !touches(touched, "person")) return;
      this.#shifted ||= touched.some(({ thing, keys, many }) => thing === "claim" && (many || keys.length > 1));
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
    return this.#counts.want();
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
    const descending = this.sort.key === key ? !this.sort.descending : beginsWithGreatest(key);
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
    this.#slips = newest.hints;
    this.unranked = newest.unranked;
    // What was typed and its chips are one query, in whatever order its terms stand.
    const other = !asksSame(this.terms, newest.query.terms);
    this.terms = newest.query.terms;
    // After the rows, which are waited for more.
    void this.#counts.load();
    if (this.draft === draft && this.chips === chips) this.#settle(newest.query.terms.slice(settledFirst));
    const { at } = this.cursor;
    const follows = !anew && this.#shifted && at !== null && this.#sight[0] <= at && at < this.#sight[1];
    this.#shifted = false;
    this.#shown = list;
    if (anew) {
      // In another order the same claims stay ticked.
      if (other) this.ticks.none();
      this.cursor.begin();
    } else void this.ticks.prune();
    if (!anew) this.#moveAnchor(old);
    // Where one claim went elsewhere, what lies beside it stays; where the list did, the claim in hand is followed.
    await this.cursor.find(anew ? null : old, this.#meant, follows);
    if (asked === this.#asked && this.#meant) {
      this.#meant = false;
      this.#typed = false;
    }
    this.#fetchSight();
  }

  /** A range goes on from the claim that it began at, wherever that stands now. */
  #moveAnchor(old: Pages): void {
    const { anchor } = this.cursor;
    const key = anchor === null ? undefined : old.row(anchor)?.key;
    this.cursor.anchor = (key === undefined ? undefined : this.find(key)) ?? null;
    this.ticks.moved(this.cursor.anchor);
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
    const { at } = this.cursor;
    // The row under the cursor too: its keys go by it, wherever it stands.
    const wanted = [
      ...pagesOf(first, Math.min(Math.max(end, first + 1), this.total)),
      ...(at === null ? [] : pagesOf(at, at + 1)),
    ];
    for (const page of wanted) {
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
      this.cursor.take();
    } catch (thrown) {
      if (asked === this.#asked) edits.report(toCommandError(thrown));
      return;
    } finally {
      if (asked === this.#asked) this.#fetching.delete(page);
    }
    this.#fetchSight();
  }

  /** Moves the cursor by rows; with `extend`, the selection with it. */
  async move(by: number, extend = false): Promise<void> {
    while (this.#opening) await this.#opening;
    const { at, anchor } = this.cursor;
    if (at === null) return this.cursor.goTo(this.#sight[0]);
    const going = this.cursor.move(by);
    if (going) await going;
    if (extend) await this.ticks.range(this.cursor.at ?? at, anchor ?? at);
  }
}

/** A ledger of its own, for tests. */
export { Ledger };

export const ledger = new Ledger();
