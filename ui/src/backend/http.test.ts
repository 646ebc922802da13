import { afterEach, describe, expect, it, vi } from "vitest";
import type { Arg, CommandName } from "./backend";
import { http, readToken } from "./http";

const answer = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status });
const name = "anything" as CommandName;
const arg = { query: "status:open" } as Arg<CommandName>;

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

describe("the browser host", () => {
  it("posts the command with its token and returns the result", async () => {
    const fetch = vi.fn(async () => answer({ ok: { rows: [1] } }));
    expect(await http("t0ken", fetch).call(name, arg)).toEqual({ rows: [1] });
    const [url, request] = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).toBe("/call");
    expect(request.method).toBe("POST");
    expect(new Headers(request.headers).get("X-Assay-Token")).toBe("t0ken");
    expect(JSON.parse(request.body as string)).toEqual({ name: "anything", arg: { query: "status:open" } });
  });

  it("throws what the command refused", async () => {
    const fetch = async (): Promise<Response> =>
      answer({ error: { code: "busy", message: "Busy.", hints: [], field: null } });
    await expect(http("", fetch).call(name, arg)).rejects.toMatchObject({ code: "busy", message: "Busy." });
  });

  it("says so when nobody answers, or answers in another tongue", async () => {
    const gone = async (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
    const page = async (): Promise<Response> => new Response("<html>", { status: 502 });
    await expect(http("", gone).call(name, arg)).rejects.toMatchObject({ code: "no-answer" });
    await expect(http("", page).call(name, arg)).rejects.toMatchObject({ code: "no-answer" });
  });

  it("asks for the notices after the last ones, and goes on after a failure", async () => {
    vi.useFakeTimers();
    const asked: string[] = [];
    const replies = [
      async () => answer({ next: 7, notices: [] }),
      async () => answer({ next: 9, notices: [{ kind: "a" }, { kind: "b" }] }),
      async () => Promise.reject(new TypeError("Failed to fetch")),
      async () => answer({ next: 10, notices: [{ kind: "c" }] }),
    ];
    const fetch = (url: string | URL | Request): Promise<Response> => {
      asked.push(String(url));
      return replies.shift()?.() ?? new Promise(() => {});
    };
    const heard: unknown[] = [];
    const stop = http("", fetch as typeof globalThis.fetch).onNotice((notice) => heard.push(notice));
    await vi.advanceTimersByTimeAsync(2000);
    stop();
    expect(heard).toEqual([{ kind: "a" }, { kind: "b" }, { kind: "c" }]);
    expect(asked).toEqual([
      "/notices",
      "/notices?after=7",
      "/notices?after=9",
      "/notices?after=9",
      "/notices?after=10",
    ]);
  });

  it("takes the token out of the address and keeps it for a reload", () => {
    history.replaceState(null, "", "/?theme=dark#token=a-b_c9");
    expect(readToken()).toBe("a-b_c9");
    expect(location.href).toMatch(/\/\?theme=dark$/);
    expect(readToken()).toBe("a-b_c9");
  });
});
