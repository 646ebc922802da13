/** Where the palette finds things besides actions. A screen adds what it knows: claims, places in the text. */
import { untrack } from "svelte";
import type { IconName } from "../controls";
import type { Status } from "../text/words";

export interface Item {
  /** Unlike any other item of its source. */
  id: string;
  title: string;
  /** In mono beside the title, such as `DG-15`. */
  reference?: string;
  /** Set in the serif, with the reference at the end: words of an article. */
  quoted?: boolean;
  icon?: IconName;
  status?: Status;
  run: () => void;
}

export interface Source {
  /** The heading over its items, such as `Claims`. */
  heading: string;
  /** Items for what was typed, best first; for nothing typed, none or the usual ones. */
  find: (words: string) => Promise<readonly Item[]> | readonly Item[];
}

class Sources {
  all = $state.raw<readonly Source[]>([]);

  /** Adds a source until the function returned is called. */
  add(source: Source): () => void {
    // Untracked: an effect that adds must not run again because something was added.
    untrack(() => (this.all = [...this.all, source]));
    return () => untrack(() => (this.all = this.all.filter((other) => other !== source)));
  }
}

export const sources = new Sources();
