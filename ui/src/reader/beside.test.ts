import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backend, type ClaimRow, type DocumentSummary, type DocumentView } from "../backend";
import { commands } from "../keys";
import { here } from "../place";
import { workspace } from "../workspace";
import ChooseDocument from "./ChooseDocument.svelte";
import Printout from "./Printout.svelte";

const summary = (number: number, title: string, publisher: string | null = null): DocumentSummary =>
  ({
    ref: `D${number}`,
    id: `id-${number}`,
    claims: 2,
    to_do: 1,
    metadata: { title, publisher, published: "2023-03-02", authors: ["A. Writer"], url: null },
  }) as DocumentSummary;

beforeEach(() => {
  workspace.documents = [summary(2, "Remarks to the press", "State Department"), summary(1, "Sample article", "BBC")];
});

afterEach(() => {
  workspace.documents = null;
  here.go({ name: "library" });
  vi.restoreAllMocks();
});

const titles = (): string[] =>
  screen.queryAllByRole("option").map((option) => option.querySelector(".trunc")?.textContent ?? "");

describe("choosing a document to compare with", () => {
  it("offers the others, by reference or id, and finds them by title and publisher", async () => {
    const chosen = vi.fn();
    const user = userEvent.setup();
    render(ChooseDocument, { open: true, but: "id-1", onchosen: chosen });
    expect(titles()).toEqual(["Remarks to the press"]);
    await user.type(screen.getByRole("combobox"), "department");
    expect(titles()).toEqual(["Remarks to the press"]);
    await user.keyboard("x");
    expect(screen.getByRole("status").textContent).toContain("No other document matches “departmentx”.");
    await user.keyboard("{Enter}");
    expect(chosen).not.toHaveBeenCalled();
    await user.keyboard("{Backspace}{Enter}");
    await waitFor(() => expect(chosen).toHaveBeenCalledWith("D2"));
  });

  it("says so where there is none", () => {
    workspace.documents = [summary(1, "Sample article")];
    render(ChooseDocument, { open: true, but: "D1", onchosen: () => {} });
    expect(screen.getByRole("status").textContent).toContain("There is no other document.");
  });
});

describe("printing", () => {
  const view = {
    summary: summary(1, "Sample article", "BBC"),
    blocks: Array.from({ length: 150 }, (_, index) => {
      const text = `Paragraph number ${String(index).padStart(3, "0")} of the <b>article</b>.`.padEnd(200, " x");
      return { kind: "paragraph", lead: "", start: index * 201, end: index * 201 + 200, text };
    }),
    sentences: [],
    marks: [
      { key: 7, id: "c7", label: "Last", status: "signed-off", verdict: "refuted", start: 0, end: 16 },
      { key: 5, id: "c5", label: "First", status: "open", verdict: null, start: 20_100, end: 20_116 },
    ],
  } as unknown as DocumentView;
  const row = (key: number, more: Partial<ClaimRow>): ClaimRow =>
    ({ key, ref: `TE-${key}`, statement: `Statement ${key}.`, claimant: null, rating_name: null, ...more }) as ClaimRow;

  it("prints all blocks, and the claims by the numbers at their marks", async () => {
    const rows = [
      row(5, { status: "open", verdict: null }),
      row(7, { status: "signed-off", verdict: "refuted", claimant: "<i>Someone</i>" }),
    ];
    const call = vi
      .spyOn(backend, "call")
      .mockImplementation(((name: string) =>
        Promise.resolve(name === "documents.get" ? view : { rows, total: 2 })) as unknown as typeof backend.call);
    const seen = vi.fn();
    window.print = () => seen(document.querySelectorAll(".printout [data-start]").length);
    const { container } = render(Printout);
    expect(commands.can("print")).toBe(false);
    here.go({ name: "reader", document: "id-1" });
    expect(commands.run("print")).toBe(true);
    await waitFor(() => expect(seen).toHaveBeenCalledWith(150));
    expect(call).toHaveBeenCalledWith("claims.page", expect.objectContaining({ query: "document:D1" }));
    const lines = [...container.querySelectorAll("li")].map((li) => li.textContent.replace(/\s+/g, " ").trim());
    expect(lines[0]).toMatch(/^1 TE-7 Statement 7\. .*Refuted Signed off <i>Someone<\/i>$/);
    expect(lines[1]).toMatch(/^2 TE-5 Statement 5\. No verdict Open$/);
    const numbers = [...container.querySelectorAll<HTMLElement>(".ga")].map((sign) => sign.dataset["number"]);
    expect(numbers).toEqual(["1", "2"]);
    expect(container.querySelector("i, b")).toBeNull();
    // The text of a block is still the block's text: the numbers are no characters.
    expect(container.querySelector("[data-start]")?.textContent).toBe(view.blocks[0]?.text);
    here.go({ name: "library" });
    await waitFor(() => expect(container.querySelector(".printout")).toBeNull());
  });
});
