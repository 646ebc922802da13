/**
 * A browser host on loopback, for development and tests: `POST /call` with `{name, arg}`, and a long poll of
 * `GET /notices?after=N` that answers `{next, notices}`. Each request carries the host's token.
 */
import type { Arg, Backend, CommandName, Result } from "./backend";
import { noAnswer, toCommandError } from "./errors";
import type { Notice } from "./generated";

/** How long to wait after a poll that failed, ms. */
const PAUSE = 1000;

export function http(token: string, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Backend {
  const headers = { "X-Assay-Token": token };

  async function call<K extends CommandName>(name: K, arg: Arg<K>): Promise<Result<K>> {
    let answer: Response;
    let body: unknown;
    try {
      answer = await fetch("/call", {
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify({ name, arg }),
      });
      body = await answer.json();
    } catch {
      throw noAnswer();
    }
    if (!answer.ok) throw toCommandError(body);
    return body as Result<K>;
  }

  function onNotice(hear: (notice: Notice) => void): () => void {
    const stop = new AbortController();
    void poll(hear, stop.signal);
    return () => stop.abort();
  }

  async function poll(hear: (notice: Notice) => void, signal: AbortSignal): Promise<void> {
    let after = 0;
    while (!signal.aborted) {
      try {
        const answer = await fetch(`/notices?after=${after}`, { headers, signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const { next, notices } = (await answer.json()) as { next: number; notices: Notice[] };
        after = next;
        for (const notice of notices) if (!signal.aborted) hear(notice);
      } catch {
        if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  return { call, onNotice };
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
