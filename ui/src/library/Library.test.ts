import { fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DocumentSummary, type Job, backend } from "../backend";
import { commands } from "../keys";
import { here } from "../place";
import { jobs, workspace } from "../workspace";
import { chosen } from "./chosen.svelte";
import Fixture from "./library.fixture.svelte";

const summary = (number: number): DocumentSummary => ({
  id: `id-${number}`,
  ref: `D${number}`,
  metadata: {
    title: `Article ${number}`,
    authors: [],
    publisher: "UPI",
    url: null,
    published: "2023-02-21",
    accessed: null,
    language: "en",
  },
  revision: "r",
  characters: 100,
  sentences: 10,
  coverage: { signed_off: 1, in_work: 2, not_checkable: 3, not_looked_at: 4 },
  claims: 7,
  to_do: 6,
  added: 0,
  sha256: "00",
});

const press = (key: string): void => commands.press(new KeyboardEvent("keydown", { key, cancelable: true }));

beforeEach(() => {
  here.go({ name: "library" });
  chosen.ref = null;
  jobs.shown = [];
});
afterEach(() => vi.restoreAllMocks());

describe("the library", () => {
  it("offers the sample article while there is nothing", async () => {
    const call = vi
      .spyOn(backend, "call")
      .mockResolvedValue({ id: 1, title: "", note: "", done: 0, state: { kind: "running" } } as never);
    workspace.documents = [];
    render(Fixture);
    await fireEvent.click(screen.getByRole("button", { name: "Open the sample article" }));
    expect(call).toHaveBeenCalledWith("import.start", expect.objectContaining({ inputs: [{ kind: "sample" }] }));
  });

  it("moves the cursor with J, K and the arrows, and opens with Enter", async () => {
    workspace.documents = [summary(3), summary(2), summary(1)];
    render(Fixture);
    const cursor = (): string | null => screen.getByRole("option", { selected: true }).getAttribute("aria-label");
    expect(cursor()).toMatch(/^Article 3, UPI, 21 Feb 2023, 1 of 10 sentences signed off, 7 claims, 6 to do/);
    press("j");
    await vi.waitFor(() => expect(cursor()).toMatch(/^Article 2/));
    await fireEvent.keyDown(screen.getByRole("listbox"), { key: "ArrowDown" });
    await fireEvent.keyDown(screen.getByRole("listbox"), { key: "ArrowDown" });
    expect(cursor()).toMatch(/^Article 1/);
    press("k");
    await vi.waitFor(() => expect(cursor()).toMatch(/^Article 2/));
    press("Enter");
    expect(here.place).toEqual({ name: "reader", document: "D2" });
  });

  it("shows a failed import with its cause and what to do, until it is dismissed", async () => {
    const error = {
      code: "cannot-import" as const,
      message: "“a.pdf” is a PDF document, not plain text.",
      hints: ["Paste its text."],
      field: null,
    };
    workspace.documents = [summary(1)];
    jobs.shown = [{ id: 4, kind: "import", title: "a.pdf", note: "", done: 1, state: { kind: "failed", error } }];
    render(Fixture);
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toContain("“a.pdf” is a PDF document, not plain text. Nothing was imported.");
    expect(alert.textContent).toContain("Paste its text.");
    await fireEvent.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("cancels the newest import with Esc", () => {
    const call = vi.spyOn(backend, "call").mockResolvedValue(null as never);
    workspace.documents = [summary(1)];
    const job = (id: number): Job => ({
      id,
      kind: "import",
      title: `/home/me/${id}.txt`,
      note: "Finding claims",
      done: 0.5,
      state: { kind: "running" },
    });
    jobs.shown = [job(1), job(2)];
    render(Fixture);
    expect(screen.getByRole("progressbar", { name: "2.txt" }).getAttribute("aria-valuenow")).toBe("50");
    press("Escape");
    expect(call.mock.calls).toEqual([["jobs.cancel", { id: 2 }]]);
  });
});
