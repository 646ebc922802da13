import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backend, CommandError, type SourceRow } from "../backend";
import { toasts } from "../controls";
import { here } from "../place";
import { hand } from "../workspace";
import { asked } from "./asked.svelte";
import { sample } from "./sample";
import { sources } from "./sources.svelte";
import Fixture from "./sources.fixture.svelte";

type Call = [name: string, arg: Record<string, unknown>];

const calls: Call[] = [];
let rows: SourceRow[] = [];
let refuse: ((name: string) => CommandError | null) | null = null;
let user: UserEvent;

const CLAIM = { key: 10, ref: "DG-10", label: "Urged Russia", statement: "He did.", status: "open", verdict: null };
const copy = {
  id: "k1",
  file_name: "annex.pdf",
  media_type: "application/pdf",
  sha256: "35924790ad00",
  bytes: 94_200,
  added: 0,
};

function answer(name: string, arg: Record<string, unknown>): unknown {
  const words = String(arg["words"] ?? "").toLowerCase();
  if (name === "sources.list") return rows.filter(({ title }) => title.toLowerCase().includes(words));
  if (name === "sources.claims") return [CLAIM];
  if (name === "sources.purge") return { operation: 9, message: "R3 purged with 2 pieces of evidence" };
  if (name === "sources.store-copy") return null;
  if (name === "sources.add") return { source: 4, outcome: { operation: 8, claims: 0, message: "R4 added" } };
  return { operation: 7, claims: 1, message: "Source changed" };
}

const written = (): Call[] =>
  calls.filter(([name]) => !["sources.list", "sources.get", "sources.claims"].includes(name));
const cursor = (): string | null => screen.getByRole("option", { selected: true }).getAttribute("aria-label");

beforeEach(() => {
  user = userEvent.setup();
  calls.length = 0;
  refuse = null;
  rows = [
    sample(3, {
      title: "Zakharova’s briefing",
      claims: 3,
      evidence: 4,
      signed_off: 2,
      confidential: true,
      copies: [copy],
    }),
    sample(2, { title: "annex 10" }),
    sample(1, { title: "Annex 9", origin: "AFP wire" }),
  ];
  sources.words = "";
  sources.order = "newest";
  sources.ref = null;
  asked.form = asked.purge = null;
  here.go({ name: "sources" });
  vi.spyOn(backend, "call").mockImplementation(((name: string, arg: Record<string, unknown>) => {
    calls.push([name, arg]);
    const error = refuse?.(name);
    return error ? Promise.reject(error) : Promise.resolve(answer(name, arg));
  }) as unknown as typeof backend.call);
});

afterEach(() => {
  toasts.clear();
  vi.restoreAllMocks();
});

async function shown(): Promise<void> {
  render(Fixture);
  await screen.findAllByRole("option");
}

describe("the sources", () => {
  it("are listed with all that must be seen of them", async () => {
    await shown();
    expect(cursor()).toBe(
      "Zakharova’s briefing, R3, Web page, Secondary, Confidential, 1 stored copy, evidence for 3 claims",
    );
    const inspector = within(screen.getByRole("complementary"));
    expect(inspector.getByText("Confidential.")).toBeTruthy();
    expect(inspector.getByText(/94 KB/).textContent).toContain("sha256 35924790ad");
    expect(await inspector.findByText("Urged Russia")).toBeTruthy();
  });

  it("break no rule of accessibility that can be seen without drawing", async () => {
    await shown();
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });

  it("are gone through by J, K and the arrows, and sorted by title as people sort", async () => {
    await shown();
    await user.keyboard("jj");
    expect(cursor()).toMatch(/^Annex 9/);
    await user.keyboard("k");
    expect(cursor()).toMatch(/^annex 10/);
    screen.getByRole("listbox").focus();
    await user.keyboard("{Home}");
    expect(cursor()).toMatch(/^Zakharova/);
    await user.click(screen.getByRole("radio", { name: "Title" }));
    expect(screen.getAllByRole("option").map((row) => row.id)).toEqual(["source-R1", "source-R2", "source-R3"]);
    expect(cursor()).toMatch(/^Zakharova/);
  });

  it("are found by /, and all there again by Esc", async () => {
    await shown();
    await user.keyboard("/annex 9");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(3));
    await user.keyboard("nothing of the kind");
    await screen.findByRole("heading", { name: "No source matches" });
  });

  it("say what they are for while there are none", async () => {
    rows = [];
    render(Fixture);
    await screen.findByRole("heading", { name: "No sources yet" });
    await user.click(screen.getByRole("button", { name: "New source" }));
    const form = within(await screen.findByRole("dialog", { name: "New source" }));
    await user.type(form.getByLabelText("Title"), "The register");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(written()).toMatchObject([["sources.add", { source: { title: "The register", kind: "web" } }]]);
  });

  it("lead to the claims that they are evidence for", async () => {
    const take = vi.spyOn(hand, "take").mockImplementation(() => {});
    await shown();
    await user.click(await screen.findByRole("button", { name: /Urged Russia/ }));
    expect(take).toHaveBeenCalledWith(10);
    expect(here.place).toEqual({ name: "claims", query: "DG-10" });
  });
});

describe("the form of a source", () => {
  it("says first which claims a change reopens, and names them on its button", async () => {
    await shown();
    await user.keyboard("{Enter}");
    const form = within(await screen.findByRole("dialog", { name: "Edit source R3" }));
    expect(
      form
        .getByText(/Evidence for 3 claims/)
        .textContent.replace(/\s+/g, " ")
        .trim(),
    ).toBe("Evidence for 3 claims. Saving a change reopens the 2 that are signed off.");
    await user.type(form.getByLabelText("Author"), "M. Zakharova");
    await user.click(form.getByRole("button", { name: /^Save and reopen 2 claims/ }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(written()).toMatchObject([["sources.edit", { id: "s3", source: { author: "M. Zakharova" } }]]);
  });

  it("shows an error at its field and goes there", async () => {
    await shown();
    refuse = (name) =>
      name === "sources.edit" ? new CommandError("invalid", "There is no month 13.", [], "published") : null;
    await user.keyboard("{Enter}");
    const form = within(await screen.findByRole("dialog"));
    await user.type(form.getByLabelText("Published"), "2026-13-02{Enter}");
    const field = form.getByLabelText("Published");
    await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(form.getByText("There is no month 13.")).toBeTruthy();
  });

  it("offers the origins there are, and takes one by the keys", async () => {
    await shown();
    await user.keyboard("j{Enter}");
    const form = within(await screen.findByRole("dialog", { name: "Edit source R2" }));
    await user.type(form.getByLabelText("Same origin as"), "afp");
    const offer = form.getByRole("option", { name: "AFP wire" });
    expect(offer.getAttribute("aria-selected")).toBe("false");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(form.getByLabelText<HTMLInputElement>("Same origin as").value).toBe("AFP wire");
    expect(form.queryByRole("option", { name: "AFP wire" })).toBeNull();
    expect(written()).toEqual([]);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(written()).toMatchObject([["sources.edit", { source: { origin: "AFP wire" } }]]));
  });

  it("keeps what was begun when it is closed", async () => {
    await shown();
    await user.keyboard("{Enter}");
    await user.type(within(await screen.findByRole("dialog")).getByLabelText("Publisher"), "MFA");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    screen.getByRole("listbox").focus();
    await user.keyboard("{Enter}");
    const form = within(await screen.findByRole("dialog"));
    expect(form.getByLabelText<HTMLInputElement>("Publisher").value).toBe("MFA");
    await user.click(form.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is confidential for an interview, with a contact and notes, until that is taken back", async () => {
    await shown();
    await user.keyboard("j{Enter}");
    const form = within(await screen.findByRole("dialog"));
    await user.selectOptions(form.getByLabelText("Kind"), "interview");
    expect(form.getByLabelText("Contact")).toBeTruthy();
    expect(form.getByLabelText("Notes of the interview")).toBeTruthy();
    expect(form.queryByLabelText("Publisher")).toBeNull();
    await user.type(form.getByLabelText("Contact"), "0171{Enter}");
    // It was there before and said not to be confidential: that holds.
    await waitFor(() =>
      expect(written()).toMatchObject([
        ["sources.edit", { source: { kind: "interview", contact: "0171", confidential: false } }],
      ]),
    );
  });
});

describe("a purge", () => {
  it("asks twice, and for the reference", async () => {
    await shown();
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByText("Purge…"));
    const sheet = within(await screen.findByRole("dialog", { name: "Purge R3" }));
    expect(sheet.getByText("4 pieces of evidence in 3 claims")).toBeTruthy();
    expect(sheet.getByText("1 stored copy")).toBeTruthy();
    expect(sheet.getByText(/Backups made earlier still hold the source/)).toBeTruthy();
    expect(sheet.queryByRole("button", { name: /for good/ })).toBeNull();
    await user.click(sheet.getByRole("button", { name: "Go on" }));
    await user.type(sheet.getByLabelText("Type R3 to purge it"), "R33{Enter}");
    expect(sheet.getByText("This is not R3. Nothing was purged.")).toBeTruthy();
    expect(written()).toEqual([]);
    await user.type(sheet.getByLabelText("Type R3 to purge it"), "{Backspace}{Enter}");
    await waitFor(() => expect(written()).toEqual([["sources.purge", { id: "s3" }]]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(toasts.shown.map(({ text }) => text)).toContain("R3 purged with 2 pieces of evidence");
  });

  it("is thought better of by Esc", async () => {
    await shown();
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByText("Purge…"));
    await screen.findByRole("dialog", { name: "Purge R3" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(written()).toEqual([]);
  });
});

describe("stored copies", () => {
  it("are saved, removed and added; a dialog thought better of says nothing", async () => {
    await shown();
    await user.click(screen.getByRole("button", { name: "Store a file" }));
    await user.click(screen.getByRole("button", { name: "Remove annex.pdf" }));
    expect(written()).toEqual([
      ["sources.store-copy", { id: "s3" }],
      ["sources.remove-copy", { id: "k1" }],
    ]);
    expect(toasts.shown).toHaveLength(1);
  });
});
