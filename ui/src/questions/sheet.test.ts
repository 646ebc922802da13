import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenQuestion } from "../backend";
import { toasts } from "../controls";
import { commands } from "../keys";
import { here } from "../place";
import { changes, hand } from "../workspace";
import { QuestionsSheet } from ".";
import { byDocument } from "./groups";

const host = vi.hoisted(() => ({
  asked: [] as { name: string; arg: never }[],
  open: [] as unknown[],
  /** Exports take their time. */
  slow: false,
  tell: (_: unknown): void => {},
}));

const job = (note: string, done: number, state: object = { kind: "running" }): object => ({
  id: 1,
  kind: "export",
  title: "q.md",
  note,
  done,
  state,
});

const question = (claim: number, document: string | null): OpenQuestion => ({
  claim,
  ref: `DG-${claim}`,
  statement: `Statement ${claim}.`,
  document,
  quote: claim === 10 ? "return to implementing" : null,
  note: {
    id: `n${claim}`,
    kind: "question",
    author: "Ines Moreau",
    written: Date.now() - 26 * 60_000,
    text: `Question ${claim}?`,
    answer: null,
  },
});

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: (hear: (notice: unknown) => void) => {
      host.tell = hear;
      return () => {};
    },
    call: async (name: string, arg: never) => {
      host.asked.push({ name, arg });
      if (name === "notes.open-questions") return host.open;
      if (name === "export.start") {
        const saved = { path: "/q.md", records: host.open.length, warnings: [] };
        return host.slow ? job("Sorting claims", 0) : job("Writing", 1, { kind: "exported", saved });
      }
      if (name === "notes.edit") host.open = host.open.slice(1);
      return { operation: 1, claims: 1, message: "DG-10 has an answer" };
    },
  },
}));

const calls = (name: string): unknown[] => host.asked.filter((one) => one.name === name).map(({ arg }) => arg);

beforeEach(() => {
  host.asked.length = 0;
  host.slow = false;
  host.open = [question(10, "BBC News"), question(4, "AFP"), question(12, "BBC News")];
  toasts.clear();
  hand.take(null);
  here.go({ name: "library" });
});

describe("questions to the author", () => {
  it("are grouped by document", () => {
    const groups = byDocument([question(1, "BBC News"), question(2, null), question(3, "BBC News")]);
    expect(groups.map(({ document, questions }) => [document, questions.map(({ ref }) => ref)])).toEqual([
      ["BBC News", ["DG-1", "DG-3"]],
      ["No document", ["DG-2"]],
    ]);
  });

  it("are answered in place, and leave the list then", async () => {
    const pressed = (event: KeyboardEvent): void => commands.press(event);
    window.addEventListener("keydown", pressed);
    const user = userEvent.setup();
    render(QuestionsSheet, { open: true });
    expect(await screen.findByText("3 open questions")).toBeTruthy();
    const bbc = screen.getByRole("region", { name: "BBC News" });
    for (const words of ["DG-10", "Statement 10.", "“return to implementing”", "Question 10?", "Ines Moreau, 26 min"])
      expect(within(bbc).getAllByText(words).length).toBeGreaterThan(0);
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Answer the question on DG-10" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Answer of the author")));
    await user.keyboard("  It said “rejoin”.{Control>}{Enter}{/Control}");
    await waitFor(() => expect(calls("notes.edit")).toEqual([{ id: "n10", patch: { answer: "It said “rejoin”." } }]));
    expect(await screen.findByText("2 open questions")).toBeTruthy();
    expect(screen.queryByText("Question 10?")).toBeNull();
    window.removeEventListener("keydown", pressed);
  });

  it("are exported as a list, and lead to their claims", async () => {
    const user = userEvent.setup();
    render(QuestionsSheet, { open: true });
    await user.click(await screen.findByRole("button", { name: "Export 3 questions" }));
    expect(calls("export.start")).toMatchObject([
      { request: { format: "questions", scope: { kind: "query", query: "has:open-question" } } },
    ]);
    await waitFor(() => expect(toasts.shown.map(({ text }) => text)).toEqual(["3 questions exported"]));
    await user.click(screen.getByRole("button", { name: "DG-4" }));
    expect([hand.key, here.place.name]).toEqual([4, "claims"]);
  });

  it("say how far their export is, which can be stopped", async () => {
    const follow = changes.follow();
    const user = userEvent.setup();
    host.slow = true;
    render(QuestionsSheet, { open: true });
    await user.click(await screen.findByRole("button", { name: "Export 3 questions" }));
    expect(await screen.findByText("Sorting claims, 0 %")).toBeTruthy();
    host.tell({ kind: "job-changed", job: job("Reading claims", 0.42) });
    expect(await screen.findByText("Reading claims, 42 %")).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Stop" })));
    await user.keyboard("{Escape}{Enter}");
    expect(calls("jobs.cancel")).toEqual([{ id: 1 }]);
    host.tell({ kind: "job-changed", job: job("Reading claims", 1, { kind: "cancelled" }) });
    await waitFor(() => expect(toasts.shown.map(({ text }) => text)).toEqual(["Stopped. Nothing was written."]));
    expect(screen.getByRole("button", { name: "Export 3 questions" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Done" }));
    follow();
  });
});
