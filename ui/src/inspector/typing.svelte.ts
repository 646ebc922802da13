/**
 * The rule of every text that is edited in place: it is saved on leaving and after a pause, a refetch never overwrites
 * what is being typed, and Esc gives back what was there before.
 */
import { untrack } from "svelte";
import { toasts } from "../controls";

/** How long a pause in typing is before what was typed is saved, ms. */
export const IDLE_MS = 2000;

/** Saves a text. Gives nothing if it was taken, else why not, for people. */
export type Save = (text: string) => Promise<string | null>;

/** `saved`: as the engine has it. `typed`: not sent yet. `refused`: the engine did not take it. */
export type Standing = "saved" | "typed" | "saving" | "refused";

/** Texts that could not be saved when their field went away, by name; the field shows them when it comes back. */
const unsaved = new Map<string, string>();

export class Typing {
  /** Whether it is being edited. */
  open = $state(false);
  /** What stands in the field. */
  text = $state("");
  standing = $state<Standing>("saved");
  /** Why the engine did not take it. */
  error = $state<string | null>(null);
  /** What was saved last, shown until the engine's own text arrives. */
  after = $state<string | null>(null);

  readonly #name: string;
  readonly #save: Save;
  #began = "";
  #kept = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;

  /** @param name unlike any other field's: the claim and the field, such as `DG-14 statement` */
  constructor(name: string, save: Save) {
    this.#name = name;
    this.#save = save;
  }

  /** Whether the field was left with a text that could not be saved. */
  get left(): boolean {
    return unsaved.has(this.#name);
  }

  /** Begins to edit the engine's text, or the one that could not be saved before. */
  begin(current: string): void {
    if (this.open) return;
    const left = unsaved.get(this.#name);
    unsaved.delete(this.#name);
    this.#began = current;
    this.#kept = current;
    this.text = left ?? current;
    this.standing = left === undefined ? "saved" : "typed";
    this.error = null;
    this.open = true;
  }

  /** To be called after each change of the text. */
  typed(): void {
    this.error = null;
    if (this.standing !== "saving") this.standing = this.text === this.#kept ? "saved" : "typed";
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), IDLE_MS);
  }

  /** Saves what was typed. Returns whether nothing is left to save. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (this.text === this.#kept) return true;
    this.#saving = this.#send(this.text);
    const done = await this.#saving;
    this.#saving = null;
    return done;
  }

  /** Saves and ends the editing; what the engine does not take stays in the field. */
  async finish(): Promise<boolean> {
    while (this.open) {
      const sent = this.text;
      if (!(await this.save())) return false;
      if (this.text !== sent) continue;
      this.after = sent;
      this.open = false;
    }
    return true;
  }

  /** Ends the editing with what was there before it, whatever was saved meanwhile. */
  restore(): void {
    clearTimeout(this.#timer);
    this.text = this.#began;
    this.error = null;
    this.open = false;
    if (this.#saving || this.#began !== this.#kept) {
      this.after = this.#began;
      void this.save();
    } else this.standing = "saved";
  }

  /** The engine's text has changed: it is shown from now on, unless somebody is typing. */
  arrived(): void {
    untrack(() => (this.after = null));
  }

  /** The field goes away: what was typed is saved, and kept if it cannot be. */
  async leave(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    const { text } = this;
    this.after = text;
    if (await this.save()) return;
    this.after = null;
    unsaved.set(this.#name, text);
    toasts.show({ text: `${this.#name} is not saved.`, detail: this.error ?? "", icon: "circle-alert", alert: true });
  }

  async #send(text: string): Promise<boolean> {
    this.standing = "saving";
    const refusal = await this.#save(text);
    if (refusal !== null) {
      // A correction typed meanwhile stands by itself.
      if (this.text === text) this.error = refusal;
      this.standing = "refused";
      return false;
    }
    this.#kept = text;
    this.error = null;
    this.standing = this.text === text ? "saved" : "typed";
    return true;
  }
}
