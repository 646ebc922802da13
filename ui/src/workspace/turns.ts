/** Questions of a view in their turns: the host ends the one that it is answering when a newer one comes. */
import type { Turn } from "../backend";

/** Tells the views of this window, since it was loaded, from those of others. */
const WINDOW = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

/** How many have been made: a view that is shown again begins its turns anew, and is none that the host knows. */
let made = 0;

export class Turns {
  readonly #view: string;
  #asked: string | null = null;
  #number = 0;

  /** @param name tells this view from the others of the window */
  constructor(name: string) {
    this.#view = `${name} ${++made} ${WINDOW}`;
  }

  /** The turn of a question: the next one, or that of the newest where it is the same, which does not end itself. */
  of(question: unknown): Turn {
    const asked = JSON.stringify(question);
    if (asked !== this.#asked) this.#number++;
    this.#asked = asked;
    return { view: this.#view, number: this.#number };
  }
}
