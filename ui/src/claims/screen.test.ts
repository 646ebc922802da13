import { render, screen, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ClaimRow } from "../backend";
import { commands } from "../keys";
import { hand, ratings, workspace } from "../workspace";
import { Facets, Ledger, ledger } from ".";

const asked = vi.hoisted(() => [] as { name: string; arg: never }[]);
/** What the engine says of an edit of many claims; nothing: that it can all be done. */
const preview = vi.hoisted(() => ({ said: null as unknown }));
/** What a sign-off takes, ms. */
const takes = vi.hoisted(() => ({ signOff: 0 }));

const ROWS = ["Meeting length", "Spoke “on the go”", "Forty delegations"].map((label, index) => ({
  key: index + 1,
  ref: `DG-${index + 1}`,
  label,
  statement: `${label}.`,
  status: index === 0 ? "signed-off" : "open",
  verdict: index === 0 ? "supported" : null,
  claimant: index === 1 ? "Russian Foreign Ministry" : null,
  document_name: "BBC News",
  document: "d",
  value: index === 0 ? "less than 10 minutes" : null,
  value_normal: index === 0 ? "PT10M" : null,
  found: null,
  evidence: index,
  origins: index,
  open_questions: index === 2 ? 1 : 0,
  said: null,
  rating_name: null,
  has_primary: false,
  priority: "high",
  checker: null,
  edited: Date.now() - 26 * 60_000,
})) as unknown as ClaimRow[];

const PUBLISHERS = Array.from({ length: 50 }, (_, index) => {
  const label = `Paper ${index + 1}`;
  return { value: `=${label}`, label, count: 60 - index };
});

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: () => () => {},
    call: async (name: string, arg: { query: string; from: number; limit: number; claim: number; sort: unknown }) => {
      asked.push({ name, arg: arg as never });
      if (name === "claims.sign-off") await new Promise((go) => setTimeout(go, takes.signOff));
      const open = arg.query?.includes("status:open");
      const none = arg.query?.includes("xyz");
      const rows = none ? [] : ROWS.filter((row) => !open || row.status === "open");
      const key = { negated: false, key: "status", values: ["open"] };
      const word = { negated: false, key: null, values: ["xyz"] };
      const terms = [...(open ? [key] : []), ...(none ? [word] : [])];
      const answers: Record<string, unknown> = {
        "claims.page": {
          rows: rows.slice(arg.from, arg.from + arg.limit),
          from: arg.from,
          total: rows.length,
          operation: 1,
          query: { terms },
          hints: [],
        },
        "claims.keys": rows.map((row) => row.key),
        "claims.locate": rows.findIndex((row) => row.key === arg.claim),
        "claims.get": ROWS.find((row) => row.key === arg.claim),
        "claims.among": (arg as unknown as { claims: number[] }).claims,
        "claims.preview-bulk": preview.said ?? {
          claims: 2,
          changed: 2,
          same: 0,
          reopened: 0,
          left: [],
          message: "",
          seen: { operation: 1, claims: "" },
        },
        "claims.bulk": { operation: 2, claims: 2, message: "Done" },
        "claims.facets": [
          { key: "status", options: [{ value: "open", label: "open", count: 2 }] },
          { key: "claimant", options: [{ value: "=BBC News", label: "BBC News", count: 2 }] },
          {
            key: "checker",
            options: [
              { value: "=Amara Okafor", label: "Amara Okafor", count: 2 },
              { value: "=Ines Moreau", label: "Ines Moreau", count: 1 },
            ],
          },
          { key: "kind", options: [{ value: "date", label: "date", count: 3 }] },
          { key: "language", options: [{ value: "none", label: "", count: 3 }] },
          { key: "publisher", options: PUBLISHERS },
        ],
        "claims.facet": {
          key: "publisher",
          options: "rare".includes((arg as { words?: string } | null)?.words ?? "")
            ? [{ value: "=Rare", label: "Rare", count: 1 }]
            : [],
        },
      };
      return answers[name] ?? { operation: null, claims: 0, message: "" };
    },
  },
}));

const INFO = { claims: 126, person: "Ines Moreau", people: [{ name: "Amara Okafor" }, { name: "Ines Moreau" }] };

const set = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const pressed = (event: KeyboardEvent): void => commands.press(event);
  window.addEventListener("keydown", pressed);
  render(Facets);
  render(Ledger);
  await screen.findByText("Meeting length");
  return userEvent.setup();
};

const calls = (name: string): unknown[] => asked.filter((one) => one.name === name).map((one) => one.arg);
const rowOf = (label: string): HTMLElement =>
  screen.getByText(label).closest<HTMLElement>('[role="row"]') ?? document.body;

beforeEach(() => {
  workspace.info = null;
  hand.take(null);
  ledger.clear();
  ledger.ticks.none();
  asked.length = 0;
  workspace.info = { ...INFO, scale: { word: "assay", ratings: ratings() } } as never;
});

describe("the ledger's screen", () => {
  it("shows a claim as one row, and breaks no rule of accessibility that can be seen without drawing", async () => {
    await set();
    const [first, second] = [rowOf("Meeting length"), rowOf("Spoke “on the go”")];
    for (const words of ["DG-1", "BBC News", "less than 10 minutes", "PT10M", "Supported", "No evidence", "26 min"])
      expect(within(first).getAllByText(words).length).toBeGreaterThan(0);
    expect(within(second).getByText("Russian Foreign Ministry")).toBeTruthy();
    expect(within(second).getByText("1, no primary")).toBeTruthy();
    await screen.findByRole("checkbox", { name: "Open, 2" });
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });

  it("moves, ticks and decides by keys", async () => {
    const user = await set();
    await vi.waitFor(() => expect(hand.key).toBe(1));
    await user.keyboard("jj");
    expect([hand.key, rowOf("Forty delegations").classList.contains("cursor")]).toEqual([3, true]);
    await user.keyboard("2");
    expect(calls("claims.edit")).toMatchObject([{ claims: [3], patch: { verdict: "refuted" } }]);
    await user.keyboard(" k ");
    expect(screen.getByRole("toolbar", { name: "2 claims selected" })).toBeTruthy();
    expect(rowOf("Forty delegations").getAttribute("aria-selected")).toBe("true");
    await user.keyboard("p");
    const ticked = { chosen: { kind: "claims", keys: [3, 2] }, deed: { patch: { status: "in-progress" } } };
    await vi.waitFor(() => expect(calls("claims.bulk")).toMatchObject([ticked]));
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar", { name: /selected/ })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Select all claims" }));
    expect(await screen.findByRole("toolbar", { name: "3 claims selected" })).toBeTruthy();
    await user.keyboard("{Escape}");
  });

  it("decides on the claim that comes up, and in the order of the keys, however long the sign-off takes", async () => {
    const user = await set();
    ledger.cursor.goTo(0);
    await vi.waitFor(() => expect(hand.key).toBe(1));
    takes.signOff = 150;
    await user.keyboard("js1{ArrowUp}2");
    expect(calls("claims.edit")).toEqual([]);
    await vi.waitFor(() => expect(calls("claims.edit")).toHaveLength(2));
    expect(calls("claims.sign-off")).toMatchObject([{ claims: [2] }]);
    expect(calls("claims.edit")).toMatchObject([
      { claims: [3], patch: { verdict: "supported" } },
      { claims: [2], patch: { verdict: "refuted" } },
    ]);
    expect(hand.key).toBe(2);
    takes.signOff = 0;
  });

  it("ticks with Ctrl and Shift, as lists do", async () => {
    const user = await set();
    await user.keyboard("{Control>}");
    await user.click(rowOf("Meeting length"));
    await user.keyboard("{/Control}{Shift>}");
    await user.click(rowOf("Forty delegations"));
    await user.keyboard("{/Shift}");
    expect([...ledger.ticks.selected.keys]).toEqual([1, 2, 3]);
  });

  it("writes facets as tokens and ticks facets by tokens", async () => {
    const user = await set();
    await user.click(await screen.findByRole("checkbox", { name: "Open, 2" }));
    expect(await screen.findByText("2 of 126 claims")).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "Open, 2" }).getAttribute("aria-checked")).toBe("true");
    await user.click(screen.getByRole("button", { name: "Remove status" }));
    expect(await screen.findByText("3 of 126 claims", {}, { timeout: 300 }).catch(() => null)).toBeNull();
    expect(await screen.findByText("3 claims")).toBeTruthy();
    expect(screen.queryByText("Date")).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Kind/ }));
    expect(screen.getByRole("checkbox", { name: "Date, 3" })).toBeTruthy();
  });

  it("searches a long facet, also beyond the options that it lists, and takes back what it has no option for", async () => {
    const user = await set();
    expect(screen.queryByRole("button", { name: /^Language/ })).toBeNull();
    await user.click(await screen.findByRole("button", { name: /^Publisher/ }));
    expect(screen.getAllByRole("checkbox", { name: /^Paper/ })).toHaveLength(50);
    const find = screen.getByRole("searchbox", { name: "Find in Publisher" });
    await user.type(find, "rar");
    await user.click(await screen.findByRole("checkbox", { name: "Rare, 1" }));
    expect(calls("claims.facet").at(-1)).toMatchObject({ key: "publisher", words: "rar" });
    expect(calls("claims.page").at(-1)).toMatchObject({ query: "publisher:=Rare" });
    await user.type(find, "{Escape}4{Escape}");
    expect(screen.getAllByRole("checkbox", { name: /^Paper/ })).toHaveLength(50);
  });

  it("turns a token round, and takes keys and values of the language by keys", async () => {
    const user = await set();
    await user.keyboard("/pub");
    expect(screen.getAllByRole("option").map((option) => option.textContent.trim())).toEqual([
      "publisher: Publisher Tab",
      "published: Date published",
    ]);
    // Tab takes the first, or the one that was gone to.
    await user.keyboard("{Tab}");
    expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Filter claims" }).value).toBe("publisher:");
    // Of which nothing is typed, Enter first shows what it would take.
    expect(screen.queryAllByRole("option", { selected: true })).toEqual([]);
    await user.keyboard("{Enter}");
    expect(screen.getAllByRole("option", { selected: true })).toHaveLength(1);
    await user.keyboard("{Control>}a{/Control}{Backspace}pub");
    await user.keyboard("{ArrowDown}{Enter}pap{ArrowDown}{Enter}");
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: 'publisher:"=Paper 2"' }));
    await user.click(screen.getByRole("button", { name: 'Exclude publisher:"=Paper 2"' }));
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: '-publisher:"=Paper 2"' }));
    // Delete on its button takes the token off, and touches no claim.
    screen.getByRole("button", { name: "Remove -publisher" }).focus();
    await user.keyboard("{Delete}");
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: "" }));
    expect(calls("claims.edit")).toEqual([]);
    // What begins with the letters comes before what has them somewhere, and Tab takes the one gone to.
    await user.keyboard("status:o");
    expect(screen.getAllByRole("option").map((option) => option.textContent.trim())[0]).toMatch(/^Open/);
    await user.keyboard("{ArrowDown}{ArrowUp}{Tab}");
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: "status:open" }));
  });

  it("takes what is typed for a whole name, and says where a search within a facet finds nothing", async () => {
    const user = await set();
    await user.keyboard("/publisher:=Pap{Enter}");
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: "publisher:=Pap" }));
    ledger.clear();
    await user.click(await screen.findByRole("button", { name: /^Publisher/ }));
    await user.type(screen.getByRole("searchbox", { name: "Find in Publisher" }), "zzz");
    expect(await screen.findByText("Nothing found")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByText("Nothing found")).toBeNull();
    await user.keyboard("{Escape}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Publisher/ }));
  });

  it("leaves a word a word where no key was chosen, and shows the sheet of the language by `?`", async () => {
    const user = await set();
    await user.keyboard("/in{Enter}");
    await vi.waitFor(() => expect(calls("claims.page").at(-1)).toMatchObject({ query: "in" }));
    ledger.clear();
    await user.keyboard("/?");
    const sheet = await screen.findByRole("dialog", { name: "Query language" });
    for (const key of ["value.date:", "is:", "publisher:"]) expect(within(sheet).getByText(key)).toBeTruthy();
    const { violations } = await axe.run(sheet, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id }) => id)).toEqual([]);
    await user.keyboard("{Escape}");
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(ledger.query).toBe("");
  });

  it("takes a query by `/`, and says which term leaves nothing", async () => {
    const user = await set();
    await user.keyboard("/status:open xyz");
    expect(await screen.findByText("No claims match")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Remove xyz" })).toBeTruthy();
    await user.keyboard("{Escape}{Escape}");
    expect(await screen.findByText("3 claims")).toBeTruthy();
  });

  it("sorts by a head, and by the same again the other way round", async () => {
    const user = await set();
    await user.click(screen.getByRole("button", { name: "Claimant" }));
    expect(screen.getByText("Sorted by claimant")).toBeTruthy();
    expect(screen.getByRole("columnheader", { name: /Claimant/ }).getAttribute("aria-sort")).toBe("ascending");
    await user.click(screen.getByRole("button", { name: "Claimant" }));
    expect(calls("claims.page").at(-1)).toMatchObject({ sort: { key: "claimant", descending: true }, from: 0 });
    expect(screen.getByText("Sorted by claimant, reversed")).toBeTruthy();
  });

  it("judges by the workspace's scale, and offers its values to the ticked claims", async () => {
    workspace.info = {
      ...INFO,
      scale: {
        word: "newsroom",
        ratings: [
          { word: "confirmed", name: "Confirmed", role: "supported", verdict: "supported" },
          { word: "corrected", name: "Corrected", role: "refuted", verdict: "refuted" },
        ],
      },
    } as never;
    const user = await set();
    ledger.cursor.goTo(0);
    await vi.waitFor(() => expect(hand.key).toBe(1));
    await user.keyboard("23");
    const rating = { scale: "newsroom", rating: "corrected" };
    expect(calls("claims.edit")).toMatchObject([{ claims: [1], patch: { rating } }]);
    await user.keyboard(" ");
    await user.click(screen.getByRole("button", { name: /^Verdict 1–2/ }));
    expect((await screen.findAllByRole("menuitem", { hidden: true })).map((item) => item.textContent.trim())).toEqual([
      "Confirmed 1",
      "Corrected 2",
      "No verdict 0",
    ]);
    await user.keyboard("{Escape}{Escape}");
  });

  it("assigns the ticked claims, and merges them into the one in hand", async () => {
    const user = await set();
    ledger.cursor.goTo(0);
    await vi.waitFor(() => expect(hand.key).toBe(1));
    await user.keyboard(" j ");
    expect(hand.key).toBe(2);
    await user.keyboard("a");
    const people = await screen.findByRole("group", { name: "People" });
    await user.click(within(people).getByText("Amara Okafor"));
    const keys = { kind: "claims", keys: [1, 2] };
    await vi.waitFor(() =>
      expect(calls("claims.bulk")).toMatchObject([{ chosen: keys, deed: { patch: { checker: "Amara Okafor" } } }]),
    );
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByText("Merge…"));
    expect((await screen.findByText(/stays\./)).textContent).toContain(
      "DG-2, Spoke “on the go”, stays. The mentions and the evidence of DG-1 go over to it",
    );
    await user.keyboard("{Control>}{Enter}{/Control}");
    await vi.waitFor(() =>
      expect(calls("claims.bulk").at(-1)).toMatchObject({ chosen: keys, deed: { kind: "merge", into: 2 } }),
    );
    await vi.waitFor(() => expect(ledger.ticks.count).toBe(0));
  });

  it("gives the ticked claims a reviewer, and begins with the checker the next time", async () => {
    const user = await set();
    ledger.cursor.goTo(0);
    await vi.waitFor(() => expect(hand.key).toBe(1));
    await user.keyboard(" j a");
    await user.click(await screen.findByRole("radio", { name: "Reviewer" }));
    expect(screen.getByRole("dialog", { name: "Reviewer of 2 claims" })).toBeTruthy();
    await user.click(within(screen.getByRole("group", { name: "People" })).getByText("Amara Okafor"));
    await vi.waitFor(() =>
      expect(calls("claims.bulk")).toMatchObject([{ deed: { patch: { reviewer: "Amara Okafor" } } }]),
    );
    expect(calls("claims.bulk")[0]).not.toHaveProperty("deed.patch.checker");
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("a");
    expect(await screen.findByRole("dialog", { name: "Checker of 2 claims" })).toBeTruthy();
    await user.keyboard("{Escape}");
    ledger.ticks.none();
  });

  it("offers my claims before those of other checkers", async () => {
    const user = await set();
    await user.click(await screen.findByRole("button", { name: /^Checker ?\d/ }));
    expect(screen.getByRole("checkbox", { name: "Mine, 1" })).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: /Ines/ })).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Mine, 1" }));
    expect(calls("claims.page").at(-1)).toMatchObject({ query: "checker:me" });
    expect(screen.getByRole("img", { name: "1 open question" })).toBeTruthy();
  });

  it("says what an edit cannot do before it is done", async () => {
    const user = await set();
    ledger.cursor.goTo(0);
    await vi.waitFor(() => expect(hand.key).toBe(1));
    await user.keyboard(" j ");
    const seen = { operation: 1, claims: "f" };
    const left = [{ claims: 1, why: "lacks a rationale", first: ["DG-2"], no_primary: false }];
    const message = "1 of 2 will be signed off; 1 lacks a rationale";
    preview.said = { claims: 2, changed: 1, same: 0, reopened: 0, left, message, seen };
    await user.keyboard("s");
    expect((await screen.findAllByText(new RegExp(message))).length).toBeGreaterThan(0);
    expect(screen.getByText("DG-2", { selector: ".refs" })).toBeTruthy();
    expect(calls("claims.bulk")).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Sign off 1 claim/ }));
    await vi.waitFor(() =>
      expect(calls("claims.bulk")).toMatchObject([{ seen, deed: { patch: { status: "signed-off" } } }]),
    );

    const lacks = [{ claims: 2, why: "have no primary source", first: ["DG-1", "DG-2"], no_primary: true }];
    preview.said = { claims: 2, changed: 0, same: 0, reopened: 0, left: lacks, message: "None", seen };
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("s");
    const accept = await screen.findByRole("checkbox", { name: /Without a primary source too/ });
    expect(screen.queryByRole("button", { name: /^Sign off/ })).toBeNull();
    preview.said = { claims: 2, changed: 2, same: 0, reopened: 0, left: [], message: "All", seen };
    await user.click(accept);
    await user.click(await screen.findByRole("button", { name: /^Sign off 2 claims/ }));
    await vi.waitFor(() =>
      expect(calls("claims.bulk").at(-1)).toMatchObject({ deed: { patch: { without_primary: true } } }),
    );
    preview.said = null;
    ledger.ticks.none();
  });

  it("shows and hides columns, and sets their widths by keys, from the menu at its head", async () => {
    const user = await set();
    expect(screen.getByRole("columnheader", { name: /Value/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Columns" }));
    const value = await screen.findByLabelText("Value, 124 pixels wide");
    value.focus();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
    expect(value.getAttribute("aria-label")).toBe("Value, 132 pixels wide");
    await user.keyboard("{Enter}");
    expect(screen.queryByRole("columnheader", { name: /Value/, hidden: true })).toBeNull();
    await user.click(screen.getByText("Usual columns"));
    expect(await screen.findByRole("columnheader", { name: /Value/, hidden: true })).toBeTruthy();
  });
});
