import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backend, type Claim, CommandError, type Evidence, type SourceRow } from "../backend";
import { toasts } from "../controls";
import Fixture from "./evidence.fixture.svelte";
import { forms } from "./forms.svelte";

type Call = [name: string, arg: Record<string, unknown>];

const calls: Call[] = [];
let refuse: ((name: string) => CommandError | null) | null = null;
let user: UserEvent;

function row(number: number, changes: Partial<SourceRow> = {}): SourceRow {
  const none = { author: null, publisher: null, url: null, published: null, accessed: null, origin: null };
  return {
    ...none,
    id: `s${number}`,
    ref: `R${number}`,
    kind: "web",
    title: `Source ${number}`,
    primary: false,
    confidential: false,
    contact: null,
    notes: null,
    document: null,
    copies: [],
    evidence: 1,
    claims: 3,
    signed_off: 0,
    ...changes,
  };
}

function item(number: number, changes: Partial<Evidence> = {}): Evidence {
  const source = changes.source ?? row(number);
  return {
    id: `e${number}`,
    number,
    finding: "true",
    stance: "refutes",
    locator: null,
    quote: null,
    span: null,
    ...changes,
    source,
  };
}

function claimOf(items: Evidence[], changes: Partial<Claim> = {}): Claim {
  const base = {
    key: 14,
    ref: "DG-14",
    document: "d1",
    claimant: null,
    mode: "own",
    mentions: [] as Claim["mentions"],
  };
  return { ...base, evidence_items: items, origins: items.length, ...changes } as Claim;
}

const known = row(8, { title: "Treaty text", publisher: "State Department" });
const written = (): Call[] => calls.filter(([name]) => !["sources.list", "sources.get"].includes(name));

beforeEach(() => {
  user = userEvent.setup();
  calls.length = 0;
  refuse = null;
  vi.spyOn(backend, "call").mockImplementation(((name: string, arg: Record<string, unknown>) => {
    calls.push([name, arg]);
    const error = refuse?.(name);
    if (error) return Promise.reject(error);
    if (name === "sources.list") return Promise.resolve([known, row(1)]);
    if (name === "sources.get") return Promise.resolve(row(Number(arg["source"]), { title: "As it is now" }));
    if (name === "sources.add")
      return Promise.resolve({ source: 9, outcome: { operation: 6, claims: 0, message: "" } });
    return Promise.resolve({ operation: 7, claims: 1, message: "DG-14 has evidence" });
  }) as unknown as typeof backend.call);
});

afterEach(() => {
  for (const evidence of [null, item(1), item(2)]) forms.forget(14, evidence);
  toasts.clear();
  vi.restoreAllMocks();
});

describe("the list of evidence", () => {
  it("says how many origins it has where some share one", () => {
    render(Fixture, { claim: claimOf([item(1), item(2), item(3)], { origins: 1 }) });
    expect(screen.getByRole("heading", { level: 3 }).textContent).toContain("3 items, 1 origin");
  });

  it("says of each what it is, in words", () => {
    const copy = { id: "k", file_name: "a", media_type: "", sha256: "", bytes: 1, added: 0 };
    const source = row(1, { kind: "interview", confidential: true, origin: "AFP wire", copies: [copy], primary: true });
    render(Fixture, {
      claim: claimOf([item(1, { source, locator: "p. 12", finding: "said" }), item(2)], { claimant: "Blinken" }),
    });
    const [first, second] = screen.getAllByRole("listitem");
    const words = (one: HTMLElement | undefined): string => one?.textContent.replace(/\s+/g, " ") ?? "";
    for (const word of ["Was it said?", "Primary", "Interview", "Confidential", "p. 12", "1 stored copy", "AFP wire"])
      expect(words(first)).toContain(word);
    expect(words(second)).toMatch(/Refutes Secondary/);
    expect(words(second)).not.toMatch(/Confidential|Origin|Web page/);
  });

  it("is reordered by Alt and the arrows; the pick goes with what was moved", async () => {
    const items = [item(1), item(2), item(3)];
    const { rerender } = render(Fixture, { claim: claimOf(items) });
    screen.getByRole("button", { name: "Evidence 1: Source 1", current: true }).focus();
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(written()).toEqual([]);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(written()).toEqual([["evidence.move", { id: "e1", to: 2 }]]);
    const [one, two, three] = items as [Evidence, Evidence, Evidence];
    await rerender({ claim: claimOf([{ ...two, number: 1 }, { ...one, number: 2 }, three]) });
    const moved = await screen.findByRole("button", { name: "Evidence 2: Source 1", current: true });
    await waitFor(() => expect(document.activeElement).toBe(moved));
  });

  it("prints the keys that move at the buttons that move, and has none for a single one", async () => {
    const { rerender } = render(Fixture, { claim: claimOf([item(1), item(2)]) });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Move evidence 1 up" }).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Move evidence 2 up" }));
    expect(written()).toEqual([["evidence.move", { id: "e2", to: 1 }]]);
    await rerender({ claim: claimOf([item(1)]) });
    expect(screen.queryByRole("button", { name: /Move evidence/ })).toBeNull();
  });

  it("is reordered by dragging a number", async () => {
    render(Fixture, { claim: claimOf([item(1), item(2), item(3)]) });
    screen.getAllByRole("listitem").forEach((one, index) => {
      one.getBoundingClientRect = () => ({ top: index * 40, height: 40 }) as DOMRect;
    });
    const at = (type: string, clientY: number): Event =>
      Object.assign(new Event(type, { bubbles: true }), { clientY, button: 0 });
    await fireEvent(screen.getByRole("button", { name: /^Evidence 3/ }), at("pointerdown", 100));
    await fireEvent(window, at("pointermove", 10));
    await fireEvent(window, at("pointerup", 10));
    await waitFor(() => expect(written()).toEqual([["evidence.move", { id: "e3", to: 1 }]]));
  });
});

describe("the form of evidence", () => {
  const form = (): HTMLElement => screen.getByRole("form");
  const field = (name: string): HTMLInputElement => within(form()).getByLabelText(name);

  it("takes a source that is known, by its title, and sends its id", async () => {
    render(Fixture, { claim: claimOf([]) });
    await user.click(screen.getByRole("button", { name: /^Add/ }));
    await user.type(field("Title"), "treaty");
    const offer = await screen.findByRole("option", { name: /Treaty text/ });
    expect(offer.textContent.replace(/\s+/g, " ").trim()).toBe(
      "R8 Treaty text State Department, evidence for 3 claims",
    );
    await user.keyboard("{ArrowDown}{Enter}");
    const summary = within(screen.getByRole("group", { name: "Source R8" }));
    expect(await summary.findByText("As it is now")).toBeTruthy();
    expect(within(form()).queryByLabelText("Title")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(field("Quote")));
    await user.keyboard("Words{Control>}{Enter}{/Control}");
    expect(within(form()).getByRole("alert").textContent).toContain("Choose which way it points.");
    await user.click(within(form()).getByRole("radio", { name: "Refutes" }));
    await user.type(field("Where in the source"), "p. 12{Enter}");
    await waitFor(() =>
      expect(written()).toMatchObject([
        ["evidence.add", { evidence: { known_source: "s8", quote: "Words", locator: "p. 12" } }],
      ]),
    );
  });

  it("goes back to a source of its own, and keeps what was typed of it", async () => {
    render(Fixture, { claim: claimOf([]) });
    await user.click(screen.getByRole("button", { name: /^Add/ }));
    await user.type(field("Title"), "treaty");
    await user.click(await screen.findByRole("option", { name: /Treaty text/ }));
    await user.click(screen.getByRole("button", { name: "Another source" }));
    expect(field("Title").value).toBe("treaty");
    await waitFor(() => expect(document.activeElement).toBe(field("Title")));
  });

  it("changes evidence and leaves its source alone", async () => {
    render(Fixture, { claim: claimOf([item(1, { quote: "Old" })]) });
    await user.click(screen.getByRole("button", { name: "Edit evidence 1" }));
    expect(within(form()).queryByLabelText("Title")).toBeNull();
    await user.clear(field("Quote"));
    await user.type(field("Quote"), "New");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
    expect(written()).toMatchObject([["evidence.edit", { id: "e1", evidence: { known_source: "s1", quote: "New" } }]]);
  });

  it("adds a new source before changed evidence names it, so that the old one stays as it is", async () => {
    render(Fixture, { claim: claimOf([item(1)]) });
    await user.click(screen.getByRole("button", { name: "Edit evidence 1" }));
    await user.click(within(form()).getByRole("button", { name: "Another source" }));
    await user.type(field("Title"), "The wire itself{Enter}");
    await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
    expect(written()).toMatchObject([
      ["sources.add", { source: { title: "The wire itself" } }],
      ["evidence.edit", { id: "e1", evidence: { known_source: "s9" } }],
    ]);
  });

  it.each(["author", "publisher", "url", "origin", "locator", "quote", "title", "accessed"])(
    "shows an error of %s at its field",
    async (name) => {
      refuse = (command) =>
        command === "evidence.add" ? new CommandError("invalid", "It is too long.", ["Shorten it."], name) : null;
      render(Fixture, { claim: claimOf([]) });
      await user.click(screen.getByRole("button", { name: /^Add/ }));
      await user.click(within(form()).getByRole("radio", { name: "Supports" }));
      await user.keyboard("{Control>}{Enter}{/Control}");
      await waitFor(() => expect(document.activeElement?.getAttribute("name")).toBe(name));
      expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
      expect(within(form()).getByText("It is too long. Shorten it.")).toBeTruthy();
      expect(toasts.shown).toEqual([]);
    },
  );

  it("makes an interview confidential, with its contact and notes", async () => {
    render(Fixture, { claim: claimOf([]) });
    await user.click(screen.getByRole("button", { name: /^Add/ }));
    await user.type(field("Title"), "A delegate");
    await user.selectOptions(field("Kind"), "interview");
    expect(within(form()).getByRole<HTMLInputElement>("checkbox", { name: /^Confidential/ }).checked).toBe(true);
    await user.type(field("Contact"), "Through T.");
    await user.type(field("Date"), "2026-11-20");
    await user.click(within(form()).getByRole("radio", { name: "Context" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(written()).toMatchObject([
        [
          "evidence.add",
          {
            evidence: {
              known_source: null,
              source: { kind: "interview", confidential: true, contact: "Through T.", published: "2026-11-20" },
            },
          },
        ],
      ]),
    );
  });

  it("gives the keyboard back to the evidence it changed", async () => {
    render(Fixture, { claim: claimOf([item(1), item(2)]) });
    await user.click(screen.getByRole("button", { name: "Edit evidence 2" }));
    await user.keyboard("{Escape}");
    const number = await screen.findByRole("button", { name: "Evidence 2: Source 2", current: true });
    await waitFor(() => expect(document.activeElement).toBe(number));
  });
});
