import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Job, type JobState } from "../backend";
import { toasts } from "../controls";
import { changes } from "./changes";
import { takeUpExports } from "./saving";

const host = vi.hoisted(() => ({ jobs: [] as unknown[], asked: [] as string[], tell: (_: unknown): void => {} }));

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    call: (name: string, arg: { id: number } | null) => {
      host.asked.push(`${name} ${arg?.id ?? ""}`.trim());
      return Promise.resolve(name === "jobs.list" ? host.jobs : null);
    },
    onNotice: (hear: (notice: unknown) => void) => {
      host.tell = hear;
      return () => {};
    },
  },
}));

const shown = (): string[] => toasts.shown.map(({ text, action }) => (action ? `${text} [${action.label}]` : text));
const soon = (): Promise<void> => new Promise((go) => setTimeout(go));
const job = (id: number, done: number, state: JobState = { kind: "running" }): Job => ({
  id,
  kind: "export",
  title: "out.csv",
  note: "Reading claims",
  done,
  state,
});
const EXPORTED: JobState = { kind: "exported", saved: { path: "/out.csv", records: 3, warnings: [] } };
const FULL: JobState = {
  kind: "failed",
  error: { code: "disk-full", message: "The disk is full.", hints: [], field: null },
};

beforeEach(() => {
  toasts.clear();
  host.jobs = [];
  host.asked = [];
});

describe("exports begun before the page was loaded", () => {
  it("are shown with how far they are, and can be stopped", async () => {
    const stop = changes.follow();
    host.jobs = [job(4, 0.2), { ...job(5, 0.1), kind: "import" }];
    await takeUpExports();
    await soon();
    expect(shown()).toEqual(["out.csv: Reading claims, 20 % [Stop]"]);
    host.tell({ kind: "job-changed", job: job(4, 0.456) });
    expect(shown()).toEqual(["out.csv: Reading claims, 45 % [Stop]"]);
    toasts.act(toasts.shown[0]?.id ?? 0);
    expect(host.asked.at(-1)).toBe("jobs.cancel 4");
    host.tell({ kind: "job-changed", job: job(4, 1, { kind: "cancelled" }) });
    await soon();
    expect(shown()).toEqual(["Stopped. Nothing was written."]);
    stop();
  });

  it("tell how they ended, also meanwhile, and then are forgotten", async () => {
    const stop = changes.follow();
    host.jobs = [job(4, 0.2)];
    const taken = takeUpExports();
    // It ends between the two looks.
    await Promise.resolve();
    host.jobs = [job(4, 1, EXPORTED), job(6, 1, FULL)];
    await taken;
    await soon();
    expect(shown()).toEqual(["3 records exported [Show file]"]);
    expect(host.asked.at(-1)).toBe("jobs.forget 4");
    host.jobs = [job(6, 1, FULL)];
    await takeUpExports();
    await soon();
    expect(shown().at(-1)).toMatch(/disk/);
    expect(host.asked.at(-1)).toBe("jobs.forget 6");
    stop();
  });
});
