/** Errors as the host sends them, and how the window shows each: one table, a line for a code. */

/** What a command refused, in words for people. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    /** What sort of failure; decides how it is shown. */
    readonly code: string,
    /** What happened, a sentence. */
    message: string,
    /** What to do about it, a sentence each. */
    readonly hints: readonly string[] = [],
    /** The field of the argument that is wrong. */
    readonly field: string | null = null,
  ) {
    super(message);
  }
}

/**
 * `quiet`: say it beside what was done, or not at all. `ask`: the person decides. `notice`: a toast. `alert`: a toast
 * that stays. `stop`: the workspace cannot be used; a banner over everything.
 */
export type Tone = "quiet" | "ask" | "notice" | "alert" | "stop";

/** What can be done about an error besides what its hints say. */
export type ErrorAction = "retry" | "save-copy" | "open-workspace" | "add-evidence" | "reload";

export interface ErrorView {
  tone: Tone;
  /** Instead of the error's own message, where the window knows better. */
  words?: string;
  action?: { id: ErrorAction; label: string };
}

const VIEWS: Record<string, ErrorView> = {
  invalid: { tone: "quiet" },
  "not-found": { tone: "notice" },
  "move-not-allowed": { tone: "notice" },
  "gate-missing": { tone: "notice" },
  "no-primary-source": { tone: "ask", action: { id: "add-evidence", label: "Add evidence" } },
  "cannot-undo": { tone: "notice" },
  "cannot-import": { tone: "alert" },
  "cannot-write": { tone: "alert" },
  "workspace-not-found": { tone: "stop", action: { id: "open-workspace", label: "Open another" } },
  "not-a-workspace": { tone: "stop", action: { id: "open-workspace", label: "Open another" } },
  "newer-workspace": { tone: "stop", action: { id: "open-workspace", label: "Open another" } },
  "read-only": { tone: "alert", action: { id: "save-copy", label: "Save a copy" } },
  busy: { tone: "alert", action: { id: "retry", label: "Try again" } },
  "disk-full": { tone: "alert", action: { id: "retry", label: "Try again" } },
  damaged: { tone: "stop", action: { id: "open-workspace", label: "Open another" } },
  "list-changed": { tone: "notice" },
  overtaken: { tone: "quiet" },
  cancelled: { tone: "quiet" },
  internal: { tone: "alert" },
  "no-answer": { tone: "alert", action: { id: "reload", label: "Try again" } },
};

/** How an error is shown. A code that the table does not have is shown as an alert, with its own words. */
export function errorView(error: CommandError): ErrorView & { words: string } {
  const view = (Object.hasOwn(VIEWS, error.code) ? VIEWS[error.code] : undefined) ?? { tone: "alert" as const };
  return { ...view, words: view.words ?? error.message };
}

/** Makes a `CommandError` of whatever a host threw. Texts of programs stay in the console. */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  const sent = typeof thrown === "object" && thrown !== null ? (thrown as Record<string, unknown>) : {};
  if (typeof sent["code"] === "string" && typeof sent["message"] === "string") {
    const hints = Array.isArray(sent["hints"]) ? sent["hints"].filter((hint) => typeof hint === "string") : [];
    const field = typeof sent["field"] === "string" ? sent["field"] : null;
    return new CommandError(sent["code"], sent["message"], hints, field);
  }
  console.error(thrown);
  return new CommandError("internal", "Something went wrong inside Assay. Nothing was changed.", [
    "Try again; if it happens again, report it with what you did.",
  ]);
}

/** The host could not be reached, or its answer could not be read. */
export function noAnswer(): CommandError {
  return new CommandError("no-answer", "Assay does not answer.", ["Start it again if this stays."]);
}
