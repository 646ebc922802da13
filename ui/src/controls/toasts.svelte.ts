/** What has just happened, said at the window's foot for a while, with the way back. */
import { untrack } from "svelte";
import type { Status } from "../text/words";
import type { IconName } from "./icons";

/** How long a toast stays: long enough to read it and to reach Undo. */
export const TOAST_MS = 6000;
/** More than this many at once cover the window; the oldest go first. */
const MOST = 4;

export interface Toast {
  text: string;
  /** A second, paler sentence. */
  detail?: string;
  icon?: IconName;
  /** Instead of an icon, the disc of the status just set. */
  status?: Status;
  /** An alert is read out at once and stays until it is dismissed. */
  alert?: boolean;
  /** It tells of work under way, and stays until that has ended. */
  stays?: boolean;
  action?: { label: string; key?: string; run: () => void };
}

export interface ShownToast extends Toast {
  id: number;
}

class Toasts {
  shown = $state<ShownToast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;

  /** Shows a toast, in place of one that says the same, and returns its number. */
  show(toast: Toast): number {
    const id = this.#next++;
    // Untracked: an effect that shows a toast must not run again because it did.
    untrack(() => {
      const same = this.shown.filter(({ text, detail }) => text === toast.text && detail === toast.detail);
      for (const old of same) this.dismiss(old.id);
      this.shown.push({ ...toast, id });
      // What tells of work under way has its only Stop.
      for (const old of this.shown.slice(0, -MOST)) if (!old.stays) this.dismiss(old.id);
    });
    if (!lasts(toast) && !this.#held) this.#start(id);
    return id;
  }

  /** Says in a toast that stays how far its work has got. */
  tell(id: number, text: string): void {
    const toast = this.shown.find((one) => one.id === id);
    if (toast) toast.text = text;
  }

  /** Takes a toast away. */
  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  /** Runs a toast's action and takes the toast away. */
  act(id: number): void {
    const toast = this.shown.find((one) => one.id === id);
    this.dismiss(id);
    toast?.action?.run();
  }

  /** Stops the clocks while somebody points at the toasts or is in them with the keyboard. */
  hold(): void {
    this.#held = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Starts the clocks again, from the beginning. */
  release(): void {
    this.#held = false;
    for (const toast of this.shown) if (!lasts(toast)) this.#start(toast.id);
  }

  /** Takes all away. */
  clear(): void {
    for (const toast of this.shown) this.dismiss(toast.id);
  }

  #start(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), TOAST_MS),
    );
  }
}

function lasts({ alert, stays }: Toast): boolean {
  return (alert ?? false) || (stays ?? false);
}

export const toasts = new Toasts();
