import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { HistoryLine, ReadHistory } from "../backend";
import { commands } from "../keys";
import { here } from "../place";
import { hand, workspace } from "../workspace";
import { HistorySheet, showDocumentHistory } from ".";

const host = vi.hoisted(() => ({ asked: [] as ReadHistory[], lines: 3 }));

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: () => () => {},
    call: async (name: string, arg: ReadHistory) => {
      if (name !== "history.list") return null;
      host.asked.push(arg);
      const from = (arg.before ?? host.lines + 1) - 1;
      const count = Math.max(0, Math.min(from, arg.limit));
      return Array.from({ length: count }, (_, index): HistoryLine => {
        const operation = from - index;
        const verdict = { claim: "DG-10", field: "Verdict", before: "Conflicting evidence", after: "Refuted" };
        return {
          operation,
          kind: "set-verdict",
          actor: operation === 1 ? "Tomasz Wilk" : "Ines Moreau",
          time: Date.UTC(2026, 10, 23, 12, operation % 60),
          words: "DG-10: changed the verdict from Conflicting evidence to Refuted",
          changes: operation === 1 ? [] : [verdict],
          undoes: null,
          undone_by: operation === 2 ? 3 : null,
        };
      });
    },
  },
}));

beforeEach(() => {
  host.asked.length = 0;
  host.lines = 3;
  hand.take(null);
  here.go({ name: "library" });
  workspace.info = { person: "Ines Moreau", people: [{ name: "Ines Moreau" }], scale: { ratings: [] } } as never;
  workspace.documents = [{ ref: "D4", metadata: { title: "Blinken urges Russia" } }] as never;
});

const last = (): ReadHistory | undefined => host.asked.at(-1);

describe("the history of the workspace", () => {
  it("opens a line to its old and new values, and takes a claim in hand", async () => {
    const user = userEvent.setup();
    render(HistorySheet, { open: true });
    const rows = await screen.findAllByRole("listitem");
    expect(rows.map((row) => within(row).queryAllByRole("button").length)).toEqual([2, 2, 1]);
    expect(rows[0]?.textContent).toMatch(/You\s+changed the verdict from Conflicting evidence to Refuted/);
    expect(rows[2]?.textContent).toContain("Tomasz");
    expect(within(rows[1] ?? document.body).getByText("undone")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Old and new values of operation 3" }));
    const cells = within(screen.getByRole("table")).getAllByRole("cell");
    expect(cells.map((cell) => cell.textContent)).toEqual(["Conflicting evidence", "Refuted"]);
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    await user.click(screen.getAllByRole("button", { name: "DG-10" })[0] ?? document.body);
    expect([hand.key, here.place.name]).toEqual([10, "claims"]);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("asks by person, those included who only did something, by day and by document", async () => {
    const user = userEvent.setup();
    render(HistorySheet, { open: true });
    await screen.findAllByRole("listitem");
    await user.selectOptions(screen.getByLabelText("By"), "Tomasz Wilk");
    await waitFor(() => expect(last()?.filter).toEqual({ person: "Tomasz Wilk" }));
    await user.type(screen.getByLabelText("Day"), "2026-11-3");
    expect(last()?.filter).toEqual({ person: "Tomasz Wilk" });
    await user.type(screen.getByLabelText("Day"), "1");
    expect(screen.getByText("There is no such day.")).toBeTruthy();
    await user.type(screen.getByLabelText("Day"), "{Backspace}0");
    const from = new Date(2026, 10, 30).getTime();
    await waitFor(() => expect(last()?.filter).toMatchObject({ from, until: from + 24 * 3_600_000 }));
    await user.selectOptions(screen.getByLabelText("Document"), "Blinken urges Russia");
    await waitFor(() => expect(last()?.filter).toMatchObject({ document: 4, person: "Tomasz Wilk" }));
  });

  it("fetches what is older, by the operation before", async () => {
    host.lines = 130;
    const user = userEvent.setup();
    render(HistorySheet, { open: true });
    await waitFor(() => expect(document.querySelectorAll("time")).toHaveLength(100));
    await user.click(screen.getByText("Show older"));
    await waitFor(() => expect(document.querySelectorAll("time")).toHaveLength(130));
    expect(last()).toMatchObject({ before: 31, limit: 100 });
    expect(screen.queryByText("Show older")).toBeNull();
  });

  it("begins with a document's where that was asked for", async () => {
    const shown = render(HistorySheet, { open: false });
    const stop = commands.bind({ "workspace.history": () => void shown.rerender({ open: true }) });
    showDocumentHistory(4);
    await screen.findByRole("dialog", { name: "History of Blinken urges Russia" });
    await waitFor(() => expect(last()?.filter).toEqual({ document: 4 }));
    stop();
  });
});
