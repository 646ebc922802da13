/** Every edit of this window: what was done is said with its Undo, what was refused with its reason. */
import {
  backend,
  type ClaimPatch,
  type CommandError,
  errorView,
  type Job,
  type Outcome,
  toCommandError,
} from "../backend";
import { announce, type Toast, toasts } from "../controls";
import { keyOf } from "../keys";
import type { Status } from "../text/words";
import { work } from "./work";

interface Told {
  /** The status just set, for the toast's disc. */
  status?: Status;
  /** What to say instead of the command's own words, where it did more than they tell. */
  words?: string;
  /** Says nothing where the screen itself shows what was done, as with typing. */
  quietly?: boolean;
  /** Shows a refusal itself, at the field; returns whether it did. */
  refused?: (error: CommandError) => boolean;
}

/** The toast of the newest operation. */
let newest: number | null = null;

/** Says what was done, or nothing, in place of what was done before: an Undo is only offered for what it takes back. */
function tell(toast: Toast | null): void {
  if (newest !== null) toasts.dismiss(newest);
  newest = toast && toasts.show(toast);
}

let last: Promise<unknown> = Promise.resolve();

/** Keys come faster than answers: each edit is sent when the one asked for before it is done. */
function inTurn<T>(command: () => Promise<T>): Promise<T> {
  const turn = last.then(command);
  last = turn.catch(() => {});
  return turn;
}

async function run(command: () => Promise<Outcome>, told: Told = {}): Promise<boolean> {
  try {
    const outcome = await inTurn(command);
    if (outcome.operation !== null && !told.quietly) {
      const key = keyOf("undo");
      const action = { label: "Undo", ...(key === undefined ? {} : { key }), run: () => void edits.undo() };
      tell({ text: told.words ?? outcome.message, action, ...(told.status ? { status: told.status } : {}) });
    } else if (outcome.operation !== null) {
      tell(null);
      announce("Saved");
    }
    return true;
  } catch (thrown) {
    const error = toCommandError(thrown);
    if (!told.refused?.(error)) edits.report(error);
    return false;
  }
}

/** Undoes or does again; where that is much, says how far it is and lets it be stopped. */
async function takeBack(command: "history.start-undo" | "history.start-redo"): Promise<Outcome> {
  let toast: number | null = null;
  const hear = ({ id, title, done }: Job): void => {
    const text = `${title}: ${Math.floor(done * 100)} %`;
    if (toast !== null) return toasts.tell(toast, text);
    const run = (): void => void edits.attempt(() => backend.call("jobs.cancel", { id }));
    // In place of what was said of the edit that is taken back.
    tell({ text, stays: true, action: { label: "Stop", run } });
    toast = newest;
  };
  try {
    return await work(() => backend.call(command, null), hear);
  } finally {
    if (toast !== null) toasts.dismiss(toast);
  }
}

export const edits = {
  /** Changes fields of claims, all or none. Returns whether it was done. */
  claims(claims: number[], patch: Partial<ClaimPatch>, told: Told = {}): Promise<boolean> {
    const whole = { add_tags: [], remove_tags: [], without_primary: false, typing: false, ...patch };
    return run(() => backend.call("claims.edit", { claims, patch: whole }), {
      ...(patch.status ? { status: patch.status } : {}),
      ...told,
    });
  },

  /** Signs claims off, all or none. */
  signOff(claims: number[], withoutPrimary: boolean, told: Told = {}): Promise<boolean> {
    return run(() => backend.call("claims.sign-off", { claims, without_primary: withoutPrimary }), {
      status: "signed-off",
      ...told,
    });
  },

  /** Any other command that ends in an outcome. */
  run,

  async undo(): Promise<void> {
    await this.back("history.start-undo");
  },

  async redo(): Promise<void> {
    await this.back("history.start-redo");
  },

  async back(command: "history.start-undo" | "history.start-redo"): Promise<void> {
    const outcome = await this.attempt(() => inTurn(() => takeBack(command)));
    if (outcome) tell({ text: outcome.message });
  },

  /** Runs a command; what it refuses is shown, and gives nothing. */
  async attempt<T>(command: () => Promise<T>): Promise<T | null> {
    try {
      return await command();
    } catch (thrown) {
      this.report(toCommandError(thrown));
      return null;
    }
  },

  /** Shows a refusal: what happened, then what to do. */
  report(error: CommandError): void {
    const view = errorView(error);
    if (error.code === "cancelled" || error.code === "overtaken") return;
    const detail = error.hints.join(" ");
    toasts.show({
      text: view.words,
      ...(detail ? { detail } : {}),
      icon: "circle-alert",
      alert: view.tone === "alert" || view.tone === "stop",
    });
  },
};
