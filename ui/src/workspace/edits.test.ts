import { beforeEach, describe, expect, it, vi } from "vitest";
import { CommandError, type Outcome } from "../backend";
import { toasts } from "../controls";
import { changes } from "./changes";
import { edits } from "./edits";

let operation = 0;
const done = (message: string) => (): Promise<Outcome> =>
  Promise.resolve({ operation: ++operation, claims: 1, message });
const shown = (): string[] => toasts.shown.map(({ text, action }) => (action ? `${text} [${action.label}]` : text));

const host = vi.hoisted(() => ({ answer: null as unknown, asked: [] as string[], tell: (_: unknown): void => {} }));

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    call: (name: string, arg: unknown) => {
      host.asked.push(`${name} ${JSON.stringify(arg)}`);
      return Promise.resolve(host.answer);
    },
    onNotice: (hear: (notice: unknown) => void) => {
      host.tell = hear;
      return () => {};
    },
  },
}));

const back: Outcome = { operation: 9, claims: 1, message: "DG-1 is as it was" };

beforeEach(() => {
  toasts.clear();
  host.answer = { kind: "done", outcome: back };
  host.asked = [];
});

describe("what was done", () => {
  it("is said with its Undo, which leaves when it would take back something else", async () => {
    await edits.run(done("DG-1 set to Open"));
    await edits.run(done("DG-2 set to Open"));
    expect(shown()).toEqual(["DG-2 set to Open [Undo]"]);
    await edits.run(done("DG-2 edited"), { quietly: true });
    expect(shown()).toEqual([]);
    await edits.run(done("DG-3 set to Open"));
    await edits.undo();
    expect(shown()).toEqual(["DG-1 is as it was"]);
  });

  it("is taken back as a job where it is much, which says how far it is and can be stopped", async () => {
    const stop = changes.follow();
    const job = (done: number, state: object = { kind: "running" }): object => ({
      kind: "job-changed",
      job: { id: 3, kind: "edit", title: "Undoing change of status", note: "Undoing", done, state },
    });
    host.answer = { kind: "job", ...job(0) };
    await edits.run(done("10,000 claims set to Open"));
    const undone = edits.undo();
    await new Promise((go) => setTimeout(go));
    expect(shown()).toEqual(["Undoing change of status: 0 % [Stop]"]);
    host.tell(job(0.456));
    expect(shown()).toEqual(["Undoing change of status: 45 % [Stop]"]);
    host.tell(job(1, { kind: "edited", outcome: back }));
    await undone;
    expect(shown()).toEqual(["DG-1 is as it was"]);

    const stopped = edits.redo();
    await new Promise((go) => setTimeout(go));
    toasts.act(toasts.shown.at(-1)?.id ?? 0);
    expect(host.asked.at(-1)).toBe('jobs.cancel {"id":3}');
    host.tell(job(1, { kind: "cancelled" }));
    await stopped;
    expect(shown()).toEqual([]);
    stop();
  });

  it("is sent in the order of the keys, each when the one before is done", async () => {
    const order: string[] = [];
    const slow = async (name: string, ms: number): Promise<Outcome> => {
      order.push(`${name} sent`);
      await new Promise((go) => setTimeout(go, ms));
      order.push(`${name} done`);
      return { operation: ++operation, claims: 1, message: name };
    };
    const refuse = async (): Promise<Outcome> => {
      await slow("second", 1);
      throw new CommandError("gate-missing", "DG-2 lacks a verdict.");
    };
    const done = await Promise.all([
      edits.run(() => slow("first", 20)),
      edits.run(refuse),
      edits.run(() => slow("third", 1)),
    ]);
    expect(done).toEqual([true, false, true]);
    expect(order).toEqual(["first sent", "first done", "second sent", "second done", "third sent", "third done"]);
  });

  it("is refused once, however often the same is tried", async () => {
    const refuse = (): Promise<Outcome> => Promise.reject(new CommandError("gate-missing", "DG-2 lacks a verdict."));
    for (let time = 0; time < 3; time += 1) await edits.run(refuse);
    expect(shown()).toEqual(["DG-2 lacks a verdict."]);
  });

  it("stays said beside a refusal, which changed nothing", async () => {
    await edits.run(done("DG-1 set to Open"));
    const refuse = (): Promise<Outcome> => Promise.reject(new CommandError("gate-missing", "DG-2 lacks a verdict."));
    expect(await edits.run(refuse)).toBe(false);
    expect(shown()).toEqual(["DG-1 set to Open [Undo]", "DG-2 lacks a verdict."]);
  });
});
