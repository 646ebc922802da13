/** The desktop's window as host: one command, `call`, and the events `notice`, `drop` and `menu`. */
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Arg, Backend, CommandName, Drag, Result } from "./backend";
import { toCommandError } from "./errors";
import type { Notice } from "./generated";

export const tauri: Backend = {
  async call<K extends CommandName>(name: K, arg: Arg<K>): Promise<Result<K>> {
    try {
      return await invoke<Result<K>>("call", { name, arg });
    } catch (thrown) {
      throw toCommandError(thrown);
    }
  },

  onNotice: (hear) => follow<Notice>("notice", hear),
  onDrag: (hear) => follow<Drag>("drop", hear),
  onMenu: (hear) => follow<string>("menu", hear),
};

/** Hears an event of the host until the function returned is called. */
function follow<T>(event: string, hear: (payload: T) => void): () => void {
  const listening = listen<T>(event, ({ payload }) => hear(payload));
  listening.catch((thrown: unknown) => console.error(thrown));
  return () => {
    listening.then(
      (stop) => stop(),
      () => {},
    );
  };
}

/** Whether this page is in the desktop's window. */
export function inTauri(): boolean {
  return "__TAURI_INTERNALS__" in globalThis;
}
