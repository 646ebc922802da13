/** The host, as the screens see it. */
import type { Backend } from "./backend";
import { http, readToken } from "./http";
import { inTauri, tauri } from "./tauri";

export type { Arg, Backend, CommandName, Drag, Result } from "./backend";
export { CommandError, type ErrorAction, type ErrorView, errorView, toCommandError } from "./errors";
export type * from "./generated";

/** The host this page was opened by. */
export const backend: Backend = inTauri() ? tauri : http(readToken());
