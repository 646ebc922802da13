/** The sources of the workspace, and the one under the cursor: the list moves it, the inspector shows it. */
import { backend, type SourceRow } from "../backend";
import { changes, edits, touches } from "../workspace";

export type Order = "newest" | "title";

/** While words are typed the list waits this long, ms. */
const PAUSE = 120;

class Sources {
  /** What is looked for. */
  words = $state("");
  order = $state<Order>("newest");
  /** The reference of the one chosen. */
  ref = $state<string | null>(null);
  /** Newest first; nothing until they are loaded. */
  #found = $state.raw<readonly SourceRow[] | null>(null);

  readonly rows = $derived(
    this.order === "newest"
      ? this.#found
      : (this.#found?.toSorted((one, other) => compare(one.title, other.title)) ?? null),
  );
  /** The one chosen, else the first there is. */
  readonly chosen = $derived(this.rows?.find((row) => row.ref === this.ref) ?? this.rows?.[0] ?? null);
  /** Its place in the list; -1 where there are none. */
  readonly index = $derived(this.chosen ? (this.rows?.indexOf(this.chosen) ?? -1) : -1);

  /** Keeps the list as the workspace and the words are; to be called in an effect of the screen. */
  follow(): () => void {
    $effect(() => {
      const { words } = this;
      const timer = setTimeout(() => void this.load(words), this.#found === null ? 0 : PAUSE);
      return () => clearTimeout(timer);
    });
    return changes.on((touched) => {
      if (touches(touched, "source") || touches(touched, "claim")) void this.load(this.words);
    });
  }

  async load(words: string): Promise<void> {
    const rows = await edits.attempt(() => backend.call("sources.list", { words: words.trim() }));
    // Others may be looked for meanwhile.
    if (rows && words === this.words) this.#found = rows;
  }

  /** Moves by so many rows and stays within the list. */
  move(by: number): void {
    const rows = this.rows ?? [];
    const next = rows[Math.min(Math.max(this.index + by, 0), rows.length - 1)];
    if (next) this.ref = next.ref;
  }
}

export const sources = new Sources();

function compare(one: string, other: string): number {
  return one.localeCompare(other, undefined, { sensitivity: "base", numeric: true });
}
