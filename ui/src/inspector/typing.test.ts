import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { toasts } from "../controls";
import { IDLE_MS, type Save, Typing } from "./typing.svelte";

/** Types a text as a field would. */
function type(typing: Typing, text: string): void {
  typing.text = text;
  typing.typed();
}

describe("a text edited in place", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    toasts.clear();
  });

  it("is saved after a pause, once, with what stands in it then", async () => {
    const save = vi.fn<Save>(() => Promise.resolve(null));
    const typing = new Typing("a", save);
    typing.begin("old");
    type(typing, "ol");
    await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
    type(typing, "new");
    await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([["new"]]);
    expect([typing.standing, typing.open]).toEqual(["saved", true]);
    await typing.finish();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("saves what was typed while it was being saved", async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn<Save>(() => new Promise((resolve) => answers.push(() => resolve(null))));
    const typing = new Typing("b", save);
    typing.begin("");
    type(typing, "one");
    const finished = typing.finish();
    const again = typing.save();
    type(typing, "one two");
    answers[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    answers[1]?.();
    expect(await finished).toBe(true);
    await again;
    expect(save.mock.calls).toEqual([["one"], ["one two"]]);
  });

  it("gives back what was there, also if a pause has saved since", async () => {
    const save = vi.fn<Save>(() => Promise.resolve(null));
    const typing = new Typing("c", save);
    typing.begin("old");
    type(typing, "new");
    await vi.advanceTimersByTimeAsync(IDLE_MS);
    typing.restore();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([["new"], ["old"]]);
    expect([typing.open, typing.after]).toEqual([false, "old"]);

    typing.begin("old");
    type(typing, "newer");
    typing.restore();
    await vi.advanceTimersByTimeAsync(IDLE_MS);
    expect(save).toHaveBeenCalledTimes(2);
  });

  it("stays open with a refusal, which the next letter takes away", async () => {
    const typing = new Typing("d", (text) => Promise.resolve(text ? null : "The label is empty."));
    typing.begin("old");
    type(typing, "");
    expect(await typing.finish()).toBe(false);
    expect([typing.open, typing.error, typing.standing]).toEqual([true, "The label is empty.", "refused"]);
    type(typing, "x");
    expect(typing.error).toBeNull();
    expect(await typing.finish()).toBe(true);
    expect(typing.open).toBe(false);
  });

  it("is kept for its field when the field goes away and it cannot be saved", async () => {
    const refusing = new Typing("DG-1 statement", () => Promise.resolve("The disk is full."));
    refusing.begin("old");
    type(refusing, "long work");
    await refusing.leave();
    expect(toasts.shown.map(({ text, detail }) => `${text} ${detail}`)).toEqual([
      "DG-1 statement is not saved. The disk is full.",
    ]);
    const next = new Typing("DG-1 statement", () => Promise.resolve(null));
    expect(next.left).toBe(true);
    next.begin("old");
    expect([next.text, next.standing, next.left]).toEqual(["long work", "typed", false]);
  });
});
