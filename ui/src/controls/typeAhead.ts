/** Letters typed in a menu find its entries. */

/** After a rest of so long, ms, a word begins anew. */
const REST_MS = 1000;

export class TypeAhead {
  #typed = "";
  #at = 0;

  /**
   * For `onkeydowncapture` of a menu: before its entries see the key, for a space within a word is no choice, and what is
   * typed after it is no command.
   */
  readonly press = (event: KeyboardEvent): void => {
    const types = [...event.key].length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!types || event.timeStamp - this.#at > REST_MS) this.#typed = "";
    if (!types || (event.key === " " && this.#typed === "")) return;
    this.#typed += event.key.toLocaleLowerCase();
    this.#at = event.timeStamp;
    event.preventDefault();
    event.stopPropagation();
    if (event.currentTarget instanceof HTMLElement) this.#find(event.currentTarget);
  };

  /** Puts the focus on the next entry that begins so. One letter again and again goes through all that begin with it. */
  #find(menu: HTMLElement): void {
    const entries = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([data-disabled])')];
    const first = this.#typed.charAt(0);
    const words = this.#typed.replaceAll(first, "") === "" ? first : this.#typed;
    const at = entries.findIndex((entry) => entry === document.activeElement) + (words.length === 1 ? 1 : 0);
    const found = [...entries.slice(Math.max(at, 0)), ...entries.slice(0, Math.max(at, 0))].find((entry) =>
      (entry.textContent ?? "").trim().toLocaleLowerCase().startsWith(words),
    );
    found?.focus();
  }
}
