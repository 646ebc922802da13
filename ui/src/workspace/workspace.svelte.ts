/** The open workspace: what it says of itself, its documents, and this person's settings. */
import { backend, type DocumentSummary, type Settings, toCommandError, type WorkspaceInfo } from "../backend";
import { toasts } from "../controls";
import { commands } from "../keys";
import { theme } from "../place";
import { changes, touches } from "./changes";
import { edits } from "./edits";

/** Documents are fetched again at most once in this time, ms: their coverage may lag an edit by that much. */
const PAUSE = 250;

class WorkspaceState {
  /** Nothing until it is loaded. */
  info = $state.raw<WorkspaceInfo | null>(null);
  /** Newest first; nothing until they are loaded. */
  documents = $state.raw<readonly DocumentSummary[] | null>(null);
  settings = $state.raw<Settings | null>(null);
  /** When something was last written, ms since 1970; nothing since the window opened. */
  saved = $state<number | null>(null);
  /** Whether it can only be read. */
  readonly readOnly = $derived(this.info?.read_only ?? false);
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Loads everything and keeps it right as things are written. Returns what stops that. */
  follow(): () => void {
    commands.refused = () =>
      toasts.show({ text: "This workspace is read-only. Nothing in it can be changed.", icon: "lock" });
    void this.load();
    return changes.on((touched) => {
      this.saved = Date.now();
      void this.#info();
      if (touches(touched, "document") || touches(touched, "claim"))
        this.#soon ??= setTimeout(() => this.#later(), PAUSE);
    });
  }

  /** Loads everything again: at the start, and after another workspace was opened. */
  async load(): Promise<void> {
    await Promise.all([this.#info(), this.#documents(), this.#settings()]);
  }

  async keep(settings: Settings): Promise<boolean> {
    const kept = await edits.attempt(() => backend.call("settings.set", settings));
    if (kept) {
      this.#use(kept);
      void this.#info();
    }
    return kept !== null;
  }

  /** A document by its key, which is the number of its reference. */
  document(key: number): DocumentSummary | undefined {
    return this.documents?.find((one) => one.ref === `D${key}`);
  }

  #later(): void {
    this.#soon = undefined;
    void this.#documents();
  }

  async #info(): Promise<void> {
    try {
      this.info = await backend.call("workspace.info", null);
      commands.readOnly = this.info.read_only;
    } catch (thrown) {
      edits.report(toCommandError(thrown));
    }
  }

  async #documents(): Promise<void> {
    try {
      this.documents = await backend.call("documents.list", null);
    } catch (thrown) {
      edits.report(toCommandError(thrown));
    }
  }

  async #settings(): Promise<void> {
    const settings = await edits.attempt(() => backend.call("settings.get", null));
    if (settings) this.#use(settings);
  }

  #use(settings: Settings): void {
    this.settings = settings;
    theme.choose(settings.theme);
    commands.singleKeys = settings.single_keys === "on";
  }
}

export const workspace = new WorkspaceState();
