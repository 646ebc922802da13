/** Where in the workspace the window is. In memory only: a restart begins in the library. */
import { untrack } from "svelte";

export type Place =
  | { name: "library"; document?: string }
  | { name: "claims"; query?: string }
  | { name: "sources"; source?: string }
  | { name: "reader"; document: string; claim?: string; beside?: Beside };

/** A second document, beside the article. */
export interface Beside {
  /** Its reference, `D2`, or its id. */
  document: string;
  /** Words of it to show, in code points. */
  words?: { start: number; end: number };
}

export type PlaceName = Place["name"];

class Here {
  place = $state.raw<Place>({ name: "library" });
  #before: Place[] = [];

  /** Goes somewhere; `back` comes back here. */
  go(place: Place): void {
    // Untracked: an effect that goes somewhere must not run again because it went.
    this.#before = [...this.#before.slice(-49), untrack(() => this.place)];
    this.place = place;
  }

  /** Changes how the place is looked at; that is no step, so `back` still goes to the place before. */
  change(place: Place): void {
    this.place = place;
  }

  /** Goes back to where it was before. Returns false where there is no before. */
  back(): boolean {
    const before = this.#before.pop();
    if (before) this.place = before;
    return before !== undefined;
  }
}

export const here = new Here();
