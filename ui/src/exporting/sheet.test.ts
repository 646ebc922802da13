import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CommandError, type Job, type JobState } from "../backend";
import { toasts } from "../controls";
import { changes } from "../workspace";
import ExportSheet from "./ExportSheet.svelte";

const host = vi.hoisted(() => ({
  asked: [] as { name: string; arg: unknown }[],
  tell: (_: unknown): void => {},
  /** Answers the preview that is under way. */
  preview: null as { resolve: (preview: unknown) => void; reject: (error: unknown) => void } | null,
}));

const job = (done: number, state: JobState): Job => ({
  id: 7,
  kind: "export",
  title: "out.jsonld",
  note: "Reading claims",
  done,
  state,
});

const PREVIEW = { file_name: "out.jsonld", claims: 3, records: 3, bytes: 12, text: "{}", cut: false, warnings: [] };

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: (hear: (notice: unknown) => void) => {
      host.tell = hear;
      return () => {};
    },
    call: (name: string, arg: unknown) => {
      host.asked.push({ name, arg });
      if (name === "export.preview")
        return new Promise((resolve, reject) => {
          host.preview = { resolve, reject };
        });
      if (name === "claims.page") return Promise.resolve({ total: 3 });
      if (name === "export.start") return Promise.resolve(job(0, { kind: "running" }));
      return Promise.resolve(null);
    },
  },
}));

const names = (): string[] => host.asked.map(({ name }) => name);
const asked = (name: string): unknown[] => host.asked.filter((one) => one.name === name).map(({ arg }) => arg);

beforeEach(() => {
  host.asked.length = 0;
  host.preview = null;
  toasts.clear();
});

describe("the export sheet", () => {
  it("ends its preview when it closes, and takes that for no refusal when it opens again", async () => {
    const { rerender } = render(ExportSheet, { open: true });
    await waitFor(() => expect(host.preview).not.toBeNull());
    const first = host.preview;
    await rerender({ open: false });
    await waitFor(() => expect(names()).toContain("turns.end"));
    const [before] = asked("export.preview") as { turn: { view: string; number: number } }[];
    const [end] = asked("turns.end") as { view: string; number: number }[];
    expect(end?.view).toBe(before?.turn.view);
    expect(end?.number).toBeGreaterThan(before?.turn.number ?? Infinity);
    first?.reject(new CommandError("overtaken", "A newer question came before the answer.", []));
    await rerender({ open: true });
    await waitFor(() => expect(asked("export.preview")).toHaveLength(2));
    expect(screen.queryByText(/newer question/)).toBeNull();
    host.preview?.resolve(PREVIEW);
    expect(await screen.findByRole("button", { name: /Export 3 records/ })).toBeTruthy();
  });

  it("says how far the writing is, takes no other choice meanwhile, and can be stopped", async () => {
    const follow = changes.follow();
    const user = userEvent.setup();
    render(ExportSheet, { open: true });
    await waitFor(() => expect(host.preview).not.toBeNull());
    host.preview?.resolve(PREVIEW);
    await user.click(await screen.findByRole("button", { name: /Export 3 records/ }));
    host.tell({ kind: "job-changed", job: job(0.42, { kind: "running" }) });
    expect(await screen.findByText("Reading claims, 42 %")).toBeTruthy();
    const stop = screen.getByRole("button", { name: "Stop" });
    await waitFor(() => expect(document.activeElement).toBe(stop));
    for (const radio of screen.getAllByRole("radio")) expect((radio as HTMLInputElement).disabled).toBe(true);
    await user.keyboard("{Enter}");
    expect(asked("jobs.cancel")).toEqual([{ id: 7 }]);
    host.tell({ kind: "job-changed", job: job(1, { kind: "cancelled" }) });
    await waitFor(() => expect(toasts.shown.map(({ text }) => text)).toEqual(["Stopped. Nothing was written."]));
    expect(await screen.findByRole("button", { name: /Export 3 records/ })).toBeTruthy();
    follow();
  });
});
