/** The sources of the workspace, and the one under the cursor. */
import { backend, type SourceRow } from "../backend";
import { changes, edits, touches } from "../workspace";

class Sources {
  words = $state("");
  rows = $state.raw<readonly SourceRow[] | null>(null);
  /** The reference of the one under the cursor. */
  ref = $state<string | null>(null);
  readonly index = $derived(this.rows?.findIndex((row) => row.ref === this.ref) ?? -1);
  readonly chosen = $derived(this.rows?.[this.index] ?? null);

  /** Keeps the list as the workspace and the words are, while the screen shows it. */
  follow(): () => void {
    $effect(() => void this.load(this.words));
    return changes.on((touched) => {
      if (touches(touched, "source") || touches(touched, "claim")) void this.load(this.words);
    });
  }

  async load(words: string): Promise<void> {
    const rows = await edits.attempt(() => backend.call("sources.list", { words }));
    if (!rows || words !== this.words) return;
    this.rows = rows;
    if (!rows.some((row) => row.ref === this.ref)) this.ref = rows[0]?.ref ?? null;
  }

  move(by: number): void {
    const rows = this.rows ?? [];
    const to = Math.min(Math.max(this.index + by, 0), rows.length - 1);
    this.ref = rows[to]?.ref ?? null;
  }
}

export const sources = new Sources();
