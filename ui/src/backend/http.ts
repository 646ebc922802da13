/**
 * A browser host on loopback, for development and tests: `POST /call` with `{name, arg}` answers `{ok}` or `{error}`.
 * `GET /notices` answers `{next, notices}` with the number of the newest notice; with `?after=N` it waits for newer ones.
 * Each request carries the host's token.
 */
import type { Arg, Backend, CommandName, Result } from "./backend";
import { noAnswer, toCommandError } from "./errors";
import type { Notice } from "./generated";

/** How long to wait after a poll that failed, ms. */
const PAUSE = 1000;

export function http(token: string, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Backend {
  const headers = { "X-Assay-Token": token };

  async function call<K extends CommandName>(name: K, arg: Arg<K>): Promise<Result<K>> {
    let body: { ok: Result<K> } | { error: unknown };
    try {
      const answer = await fetch("/call", {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ name, arg }),
      });
      body = (await answer.json()) as typeof body;
    } catch {
      throw noAnswer();
    }
    if ("error" in body) throw toCommandError(body.error);
    return body.ok;
  }

  function onNotice(hear: (notice: Notice) => void): () => void {
    const stop = new AbortController();
    void poll(hear, stop.signal);
    return () => stop.abort();
  }

  async function poll(hear: (notice: Notice) => void, signal: AbortSignal): Promise<void> {
    // What came before this page is already in what it fetches.
    let query = "";
    while (!signal.aborted) {
      try {
        const answer = await fetch(`/notices${query}`, { headers, signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const { next, notices } = (await answer.json()) as { next: number; notices: Notice[] };
        query = `?after=${next}`;
        for (const notice of notices) if (!signal.aborted) hear(notice);
      } catch {
        if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  // A browser drops files on the page itself and has no menu of the host's.
  return { call, onNotice, onDrag: () => () => {}, onMenu: () => () => {} };
}

/**
 * The host's token: from the address (`#token=…`, which is then taken out of it, so that it is not shared by accident),
 * from this tab's memory of it after a reload, or from `<meta name="assay-token">`.
 */
export function readToken(page: Document = document): string {
  const { location, history, sessionStorage } = page.defaultView ?? window;
  const given = /^#(?:token=)?([\w-]+)$/.exec(location.hash)?.[1];
  if (given) {
    history.replaceState(history.state, "", location.pathname + location.search);
    sessionStorage.setItem("assay-token", given);
    return given;
  }
  const meta = page.querySelector<HTMLMetaElement>('meta[name="assay-token"]')?.content;
  return meta || (sessionStorage.getItem("assay-token") ?? "");
}
