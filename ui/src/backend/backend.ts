/**
 * What the interface may ask of its host, whichever that is: the desktop's window, a browser, or a test. Nothing outside
 * this folder knows which.
 */
import type { Commands, Notice } from "./generated";

export type CommandName = keyof Commands & string;
export type Arg<K extends CommandName> = Commands[K]["arg"];
export type Result<K extends CommandName> = Commands[K]["result"];

export interface Backend {
  /**
   * Runs a command of the list.
   *
   * @throws CommandError always that: what the command refused, or `no-answer` where the host could not be reached
   */
  call<K extends CommandName>(name: K, arg: Arg<K>): Promise<Result<K>>;

  /** Hears of what changed, whoever changed it. Returns what stops it. */
  onNotice(hear: (notice: Notice) => void): () => void;
}
