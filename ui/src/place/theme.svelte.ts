/** Light or dark: as the system has it, unless the person chose. */
import { keep, recall } from "./memory";

export type Choice = "system" | "light" | "dark";

class Theme {
  choice = $state<Choice>(recall("theme", "system", isChoice));
  #system = matchMedia("(prefers-color-scheme: dark)");

  /** Puts the theme on the page and keeps it right when the system's changes. Returns what stops that. */
  follow(): () => void {
    const apply = (): void => this.#apply();
    apply();
    this.#system.addEventListener("change", apply);
    return () => this.#system.removeEventListener("change", apply);
  }

  choose(choice: Choice): void {
    this.choice = choice;
    keep("theme", choice);
    this.#apply();
  }

  /** From light to dark and back. */
  toggle(): void {
    this.choose(this.#shown() === "dark" ? "light" : "dark");
  }

  #shown(): "light" | "dark" {
    if (this.choice !== "system") return this.choice;
    return this.#system.matches ? "dark" : "light";
  }

  #apply(): void {
    document.documentElement.dataset["theme"] = this.#shown();
  }
}

export const theme = new Theme();

function isChoice(kept: unknown): kept is Choice {
  return kept === "system" || kept === "light" || kept === "dark";
}
