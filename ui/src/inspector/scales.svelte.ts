/** The names of scales other than the workspace's own choice: fetched when a claim was judged by one. */
import { backend, type Scale } from "../backend";
import { edits } from "../workspace";

class Scales {
  #known = $state.raw<readonly Scale[]>([]);
  #asked = false;

  /** What people call a scale; its word until that is known. */
  name(word: string): string {
    return this.#known.find((scale) => scale.word === word)?.name ?? word;
  }

  /** Fetches the names, unless this one is known. */
  async learn(word: string): Promise<void> {
    if (this.#asked || this.#known.some((scale) => scale.word === word)) return;
    this.#asked = true;
    const all = await edits.attempt(() => backend.call("scales.list", null));
    this.#asked = false;
    if (all) this.#known = all.map(({ scale }) => scale);
  }
}

export const scales = new Scales();
