import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Notice, Sort, Term, ViewRow } from "../backend";
import { ledger } from "../claims";
import { toasts } from "../controls";
import { commands } from "../keys";
import { sources } from "../palette";
import { here } from "../place";
import { changes, workspace } from "../workspace";
import { asksSame } from "./same";
import Fixture from "./views.fixture.svelte";
import { views } from ".";

const asked = vi.hoisted(() => [] as { name: string; arg: never }[]);
const host = vi.hoisted(() => ({
  rows: [] as unknown[],
  notify: null as null | ((notice: unknown) => void),
  counts: {} as Record<string, number>,
}));

const edited: Sort = { key: "edited", descending: true };

/** Terms of `key:value` and words, as the engine reads them. */
const termsOf = (query: string): Term[] =>
  query
    .split(" ")
    .filter(Boolean)
    .map((piece) => {
      const [key, value] = piece.split(":");
      return (value === undefined
        ? { negated: false, key: null, values: [piece] }
        : { negated: false, key, values: value.split(",") }) as unknown as Term;
    });

const row = (id: string, name: string, query: string, sort = edited): ViewRow => ({
  view: { id, name, query, sort },
  count: null,
  query: { terms: termsOf(query) },
  hints: query.startsWith("statsu")
    ? [{ start: 0, end: 6, message: "There is no key “statsu”; did you mean “status”?" }]
    : [],
});

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: (hear: (notice: unknown) => void) => ((host.notify = hear), () => {}),
    call: async (name: string, arg: never) => {
      asked.push({ name, arg });
      const given = arg as { counted: boolean; name: string; query: string; patch: { name?: string } };
      const rows = host.rows as ViewRow[];
      if (name === "views.list")
        return rows.map((one) => ({ ...one, count: given.counted ? (host.counts[one.view.id] ?? 0) : null }));
      if (name === "claims.page")
        return { rows: [], from: 0, total: 0, operation: 1, query: { terms: termsOf(given.query) }, hints: [] };
      if (name === "claims.facets") return [];
      const taken = given.name ?? given.patch?.name;
      if (taken === "Mine" && name !== "views.list")
        throw { code: "invalid", message: "There already is a view “Mine”.", hints: [], field: "name" };
      const outcome = { operation: 2, claims: 0, message: "Done" };
      if (name === "views.move") {
        const { id, to } = arg as { id: string; to: number };
        const moving = rows.filter(({ view }) => view.id === id);
        host.rows = rows.filter(({ view }) => view.id !== id).toSpliced(to - 1, 0, ...moving);
      }
      if (name === "views.add") {
        host.rows = [...rows, row("new", given.name, given.query)];
        return { view: "new", outcome };
      }
      return outcome;
    },
  },
}));

const calls = (name: string): unknown[] => asked.filter((one) => one.name === name).map((one) => one.arg);
const stops: (() => void)[] = [];
/** Each test has a workspace of its own. */
let opened = 0;

const set = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const pressed = (event: KeyboardEvent): void => commands.press(event);
  window.addEventListener("keydown", pressed);
  stops.push(
    () => window.removeEventListener("keydown", pressed),
    changes.follow(),
    views.follow(`/${++opened}.assay`),
  );
  render(Fixture);
  await screen.findByRole("button", { name: /^Mine/ });
  return userEvent.setup();
};

const open = async (name: RegExp): Promise<void> => {
  await userEvent.click(screen.getByRole("button", { name }));
  await vi.waitFor(() => expect(ledger.total).not.toBeNull());
};
const names = (): string[] =>
  within(screen.getByRole("list", { name: "Views" }))
    .getAllByRole("listitem")
    .map((item) => item.querySelector(".trunc")?.textContent ?? "");

beforeEach(() => {
  host.rows = [row("a", "Mine", "person:me"), row("b", "Open", "status:open treaty"), row("c", "Old", "statsu:open")];
  host.counts = { a: 1204, b: 1 };
  workspace.info = { read_only: false } as never;
  here.go({ name: "claims" });
  ledger.sort = edited;
  ledger.ask("");
  asked.length = 0;
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  for (const { id } of toasts.shown) toasts.dismiss(id);
});

describe("saved views", () => {
  it("stand in order with their counts and hints, and break no rule of accessibility", async () => {
    await set();
    expect(await screen.findByRole("button", { name: "Mine , 1,204 claims" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Open , 1 claim" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Old , There is no key “statsu”.* , 0 claims/ })).toBeTruthy();
    expect(names()).toEqual(["Mine", "Open", "Old"]);
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("shows names before counts, and counts again what was written to", async () => {
    await set();
    expect(calls("views.list")[0]).toEqual({ counted: false });
    await screen.findByRole("button", { name: /1,204 claims/ });
    host.counts = { a: 7 };
    const notice: Notice = {
      kind: "data-changed",
      operation: 9,
      touched: [{ thing: "claim", keys: [1], many: false }],
    };
    for (let times = 0; times < 5; times++) host.notify?.(notice);
    expect(await screen.findByRole("button", { name: "Mine , 7 claims" })).toBeTruthy();
    expect(calls("views.list")).toHaveLength(3);
  });

  it("opens one with its query and order, and marks it until the query is about something else", async () => {
    host.rows = [...host.rows, row("d", "Urgent", "status:open", { key: "priority", descending: true })];
    const user = await set();
    await user.click(screen.getByRole("button", { name: /^Urgent/ }));
    await vi.waitFor(() =>
      expect(calls("claims.page")).toContainEqual(expect.objectContaining({ query: "status:open" })),
    );
    expect(ledger.sort).toEqual({ key: "priority", descending: true });
    const marked = (): string | null =>
      document.querySelector('.side-views [aria-current="true"] .trunc')?.textContent ?? null;
    await vi.waitFor(() => expect(marked()).toBe("Urgent"));
    // As a whole it becomes a chip; that is no change.
    await vi.waitFor(() => expect(ledger.chips).toHaveLength(1));
    expect(screen.getByRole("button", { name: "View Urgent" })).toBeTruthy();
    here.go({ name: "library" });
    await vi.waitFor(() => expect(marked()).toBeNull());
    here.go({ name: "claims" });
    await vi.waitFor(() => expect(marked()).toBe("Urgent"));
    ledger.clear();
    await vi.waitFor(() => expect(marked()).toBeNull());
    expect(await screen.findByRole("button", { name: /^Save view/ })).toBeTruthy();
  });

  it("knows a view by its query, however that is written", async () => {
    await set();
    ledger.ask("treaty status:open");
    expect(await screen.findByRole("button", { name: "View Open" })).toBeTruthy();
    expect(views.changed).toBe(false);
  });

  it("offers to update a view whose query was changed", async () => {
    const user = await set();
    await open(/^Mine/);
    ledger.toggle("status", "open");
    await user.click(await screen.findByRole("button", { name: /^Update view/ }));
    const patch = { query: "person:me status:open", sort: edited };
    expect(calls("views.edit")).toEqual([{ id: "a", patch }]);
    asked.length = 0;
    ledger.sortBy("label");
    await user.keyboard("{Shift>}U{/Shift}");
    expect(calls("views.edit")).toMatchObject([{ id: "a", patch: { sort: { key: "label", descending: false } } }]);
  });

  it("saves the query under a name, and says at the field what is wrong with it", async () => {
    const user = await set();
    ledger.ask("status:open");
    await user.keyboard("{Shift>}V{/Shift}");
    const field = await screen.findByRole("textbox", { name: "Name" });
    await user.type(field, "Mine{Enter}");
    expect(await screen.findByText("There already is a view “Mine”.")).toBeTruthy();
    expect(field.getAttribute("aria-invalid")).toBe("true");
    await user.clear(field);
    await user.type(field, "All open{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(calls("views.add").at(-1)).toEqual({ name: "All open", query: "status:open", sort: edited });
    await vi.waitFor(() => expect(views.current?.view.id).toBe("new"));
    expect(toasts.shown.map(({ text }) => text)).toEqual(["Done"]);
  });

  it("keeps what is typed in the sheet while the views come in anew", async () => {
    const user = await set();
    await open(/^Mine/);
    await user.click(await screen.findByRole("button", { name: "View Mine" }));
    const menu = await screen.findByRole("menu", { hidden: true });
    await user.click(within(menu).getByText("Rename"));
    const field = await screen.findByRole("textbox", { name: "Name" });
    await user.type(field, " own");
    const before = calls("views.list").length;
    host.notify?.({ kind: "data-changed", operation: 9, touched: [{ thing: "view", keys: [1], many: false }] });
    await vi.waitFor(() => expect(calls("views.list").length).toBeGreaterThan(before + 1));
    await user.type(field, "{Enter}");
    expect(calls("views.edit")).toEqual([{ id: "a", patch: { name: "Mine own" } }]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("renames in place: Enter keeps, Esc does not, a refusal stands at the field", async () => {
    const user = await set();
    screen.getByRole("button", { name: /^Open ,/ }).focus();
    await user.keyboard("{F2}");
    const field = (): HTMLElement => screen.getByRole("textbox", { name: "Name of the view" });
    await user.keyboard("x{Escape}");
    expect(calls("views.edit")).toEqual([]);
    expect(document.activeElement?.textContent).toContain("Open");
    await user.keyboard("{F2}Mine{Enter}");
    expect(await screen.findByText("There already is a view “Mine”.")).toBeTruthy();
    await user.clear(field());
    await user.type(field(), "Ours{Enter}");
    expect(calls("views.edit").at(-1)).toEqual({ id: "b", patch: { name: "Ours" } });
    await waitFor(() => expect(screen.queryByRole("textbox")).toBeNull());
  });

  it("moves by Alt and the arrows, the keyboard with it, and removes by Del", async () => {
    const user = await set();
    screen.getByRole("button", { name: /^Mine/ }).focus();
    await user.keyboard("{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}");
    expect(calls("views.move")).toEqual([
      { id: "a", to: 2 },
      { id: "a", to: 3 },
    ]);
    expect(document.activeElement?.textContent).toContain("Mine");
    const dismissed = vi.fn();
    stops.push(commands.bind({ "status.dismissed": dismissed }));
    host.rows = (host.rows as ViewRow[]).filter(({ view }) => view.id !== "a");
    await user.keyboard("{Delete}");
    expect(calls("views.remove")).toEqual([{ id: "a" }]);
    expect(dismissed).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(names()).toEqual(["Open", "Old"]));
  });

  it("are one stop of the Tab key, and the arrows move among them", async () => {
    const user = await set();
    await user.tab();
    expect(document.activeElement?.textContent).toContain("Mine");
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
    expect(document.activeElement?.textContent).toContain("Old");
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Change the view Old");
  });

  it("are in the palette by name", async () => {
    await set();
    const found = async (words: string): Promise<string[]> =>
      (await Promise.all(sources.all.map(({ find }) => find(words)))).flat().map(({ title }) => title);
    expect(await found("view open")).toEqual(["View: Open"]);
    expect(await found("")).toHaveLength(3);
    await (await sources.all[0]?.find("mine"))?.[0]?.run();
    await vi.waitFor(() => expect(views.current?.view.name).toBe("Mine"));
  });

  it("are only read where the workspace is", async () => {
    workspace.info = { read_only: true } as never;
    const user = await set();
    screen.getByRole("button", { name: /^Mine/ }).focus();
    await user.keyboard("{F2}{Delete}{Alt>}{ArrowDown}{/Alt}");
    expect(asked.filter(({ name }) => name !== "views.list")).toEqual([]);
    expect(screen.queryByRole("button", { name: /Save view|Change the view/ })).toBeNull();
  });
});

describe("queries", () => {
  it("ask the same in whatever order they are written", () => {
    const same = (one: string, other: string): boolean => asksSame(termsOf(one), termsOf(other));
    expect(same("status:open,in-review tag:print x", "x tag:print status:in-review,open")).toBe(true);
    expect(same("status:open", "status:open status:open")).toBe(false);
    expect(same("a b", "a c")).toBe(false);
  });
});
