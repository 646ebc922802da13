/** The saved views: what they are, how many claims each finds, and which one the ledger shows. */
import { tick } from "svelte";
import { backend, type CommandError, type Outcome, type SavedView, type ViewRow } from "../backend";
import { ledger } from "../claims";
import { type Item, sources } from "../palette";
import { here } from "../place";
import { matches } from "../text/matches";
import { changes, edits, touches } from "../workspace";
import { asksSame } from "./same";

/** How long notices are gathered before the views are counted again, ms. */
export const GATHER_MS = 150;
/** How many the palette offers before anything is typed. */
const FEW = 5;

type ViewId = SavedView["id"];

class Views {
  /** In order; nothing until they are loaded. */
  rows = $state.raw<readonly ViewRow[] | null>(null);
  /** The one that was opened last, until the ledger is about something else. */
  #opened = $state<ViewId | null>(null);

  #path: string | null = null;
  #asked = 0;
  #counting = false;
  #due = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** The view that the ledger shows, or showed before its query was changed. */
  readonly current = $derived.by((): ViewRow | null => {
    if (!this.rows) return null;
    const opened = this.rows.find(({ view }) => view.id === this.#opened);
    if (opened && this.#shows(opened)) return opened;
    const alike = this.rows.find((row) => this.#shows(row));
    // Who has cleared the query is done with the view.
    return alike ?? (opened && ledger.query !== "" ? opened : null);
  });

  /** The ledger's query or order is no longer that of its view. */
  readonly changed = $derived(this.current !== null && !this.#shows(this.current));

  #shows({ view, query }: ViewRow): boolean {
    const { key, descending } = ledger.sort;
    if (view.sort.key !== key || view.sort.descending !== descending) return false;
    // What was just asked for is not yet understood.
    return ledger.query === view.query || asksSame(ledger.terms, query.terms);
  }

  /**
   * Loads the views of a workspace, and keeps them and their counts right as things are written. Returns what stops that.
   *
   * @param path where the workspace is
   */
  follow(path: string): () => void {
    if (path !== this.#path) {
      this.rows = null;
      this.#opened = null;
    }
    this.#path = path;
    // Names first: the counts wait for the index of a large workspace.
    void this.#load().then(() => this.#count());
    const stop = changes.on((touched) => {
      if (touches(touched, "view")) void this.#load();
      this.#soon ??= setTimeout(() => {
        this.#soon = undefined;
        void this.#count();
      }, GATHER_MS);
    });
    const forget = sources.add({ heading: "Views", find: (words) => this.#items(words) });
    return () => {
      clearTimeout(this.#soon);
      this.#soon = undefined;
      this.#asked++;
      stop();
      forget();
    };
  }

  /** The views without counting anew; a view whose query stays keeps its count. */
  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const rows = await edits.attempt(() => backend.call("views.list", { counted: false }));
    if (!rows || asked !== this.#asked) return;
    const before = this.rows ?? [];
    this.rows = rows.map((row) => {
      const old = before.find(({ view }) => view.id === row.view.id);
      return old?.view.query === row.view.query ? { ...row, count: old.count } : row;
    });
  }

  /** One count at a time; what is written meanwhile is counted after it. */
  async #count(): Promise<void> {
    this.#due = true;
    if (this.#counting) return;
    this.#counting = true;
    while (this.#due) {
      this.#due = false;
      const asked = this.#asked;
      const rows = await edits.attempt(() => backend.call("views.list", { counted: true }));
      if (!rows) continue;
      // Views that were changed meanwhile are shown as changed, and counted once more.
      if (asked === this.#asked) this.rows = rows;
      else this.#due = true;
    }
    this.#counting = false;
  }

  #items(words: string): Item[] {
    const found = (this.rows ?? [])
      .map(({ view }) => ({ id: view.id, title: `View: ${view.name}`, icon: "bookmark" as const }))
      .filter(({ title }) => words.trim() === "" || matches(title, words))
      .map((item) => ({ ...item, run: () => void this.open(item.id) }));
    return words.trim() === "" ? found.slice(0, FEW) : found;
  }

  /** Shows a view in the ledger. */
  async open(id: ViewId): Promise<void> {
    const view = this.rows?.find((row) => row.view.id === id)?.view;
    if (!view) return;
    if (here.place.name !== "claims") {
      here.go({ name: "claims" });
      // The ledger asks for what it last showed once it is there.
      await tick();
    } else if (here.place.query !== undefined) here.change({ name: "claims" });
    ledger.sort = view.sort;
    ledger.ask(view.query);
    this.#opened = id;
  }

  /** Saves what the ledger shows under a name. Gives the refusal of the name, if there was one. */
  save(name: string): Promise<CommandError | null> {
    const { query, sort } = ledger;
    return this.#named(async () => {
      const { view, outcome } = await backend.call("views.add", { name, query, sort });
      this.#opened = view;
      return outcome;
    });
  }

  /** Gives a view another name. Gives the refusal of the name, if there was one. */
  rename(id: ViewId, name: string): Promise<CommandError | null> {
    return this.#named(() => backend.call("views.edit", { id, patch: { name } }));
  }

  async #named(command: () => Promise<Outcome>): Promise<CommandError | null> {
    let refused: CommandError | null = null;
    const done = await edits.run(command, {
      refused: (error) => {
        if (error.field !== "name") return false;
        refused = error;
        return true;
      },
    });
    if (done) await this.#load();
    return refused;
  }

  /** Keeps the ledger's query and order in the view it came from. */
  async update(): Promise<void> {
    const { current } = this;
    if (!current || !this.changed) return;
    const { id } = current.view;
    const { query, sort } = ledger;
    await this.#edit(() => backend.call("views.edit", { id, patch: { query, sort } }));
    this.#opened = id;
  }

  /** Puts a view in another place, counting from one. */
  async move(id: ViewId, to: number): Promise<void> {
    const rows = this.rows ?? [];
    const moving = rows.find(({ view }) => view.id === id);
    if (!moving || to < 1 || to > rows.length || rows[to - 1] === moving) return;
    // Shown at once: the next press goes on from there.
    this.#asked++;
    this.rows = rows.filter((row) => row !== moving).toSpliced(to - 1, 0, moving);
    await this.#edit(() => backend.call("views.move", { id, to }));
  }

  /** Takes a view away. */
  remove(id: ViewId): Promise<void> {
    return this.#edit(() => backend.call("views.remove", { id }));
  }

  async #edit(command: () => Promise<Outcome>): Promise<void> {
    await edits.run(command);
    await this.#load();
  }
}

/** Views of their own, for tests. */
export { Views };

export const views = new Views();
