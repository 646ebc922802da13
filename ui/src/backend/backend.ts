/**
 * What the interface may ask of its host, whichever that is: the desktop's window, a browser, or a test. Nothing outside
 * this folder knows which.
 */
import type { Commands, Notice } from "./generated";

export type CommandName = keyof Commands & string;
export type Arg<K extends CommandName> = Commands[K]["arg"];
export type Result<K extends CommandName> = Commands[K]["result"];

/**
 * Files dragged over the window: they are over it, they left it or were dropped. The host itself reads what is dropped and
 * starts the import, so the page is never told a path.
 */
export interface Drag {
  kind: "over" | "leave";
}

export interface Backend {
  /**
   * Runs a command of the list.
   *
   * @throws CommandError always that: what the command refused, or `no-answer` where the host could not be reached
   */
  call<K extends CommandName>(name: K, arg: Arg<K>): Promise<Result<K>>;

  /** Hears of what changed, whoever changed it. Returns what stops it. */
  onNotice(hear: (notice: Notice) => void): () => void;

  /** Hears of files dragged over the window, where the host takes them. Returns what stops it. */
  onDrag(hear: (drag: Drag) => void): () => void;

  /** Hears which entry of the host's own menu was chosen, such as `edit.undo`. Returns what stops it. */
  onMenu(hear: (id: string) => void): () => void;
}
