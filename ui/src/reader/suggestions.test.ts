import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Mark } from "../backend";
import { hand } from "../workspace";
import { suggestions } from "./suggestions.svelte";

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: { call: () => new Promise(() => {}), onNotice: () => () => {} },
}));

type Statuses = Record<number, Mark["status"]>;

/** Claims in the order of their keys; dismissed ones are not marked. */
const claims = (statuses: Statuses): Mark[] =>
  Object.entries(statuses)
    .filter(([, status]) => status !== "dismissed")
    .map(([key, status]) => {
      const number = Number(key);
      return { key: number, id: key, label: "", status, verdict: null, start: number * 10, end: number * 10 + 5 };
    });

let now: Statuses;
const arrive = (changes: Statuses): void => {
  now = { ...now, ...changes };
  suggestions.update(1, claims(now));
};
const shown = (): (number | null)[] => [hand.key, suggestions.at, suggestions.total, suggestions.left];

/** As a key does it: the edit is made, and the document arrives anew after. */
async function decide(status: "open" | "dismissed", works = true): Promise<void> {
  const claim = hand.key ?? 0;
  await suggestions.around(status, () => Promise.resolve(works));
  if (works) arrive({ [claim]: status });
}

beforeEach(() => {
  now = { 1: "suggested", 2: "open", 3: "suggested", 4: "suggested", 5: "signed-off" };
  suggestions.update(1, claims(now));
});

afterEach(() => {
  suggestions.stop();
  suggestions.update(null, []);
  hand.take(null);
});

describe("going through suggestions", () => {
  it("begins at the first from a place on, or at the first of all", () => {
    suggestions.start(11);
    expect(shown()).toEqual([3, 2, 3, 3]);
    suggestions.start(60);
    expect(shown()).toEqual([1, 1, 3, 3]);
  });

  it("brings the next one up after each decision, and says when none is left", async () => {
    suggestions.start(11);
    await decide("open");
    expect(shown()).toEqual([4, 3, 3, 2]);
    await decide("dismissed");
    expect(shown()).toEqual([1, 1, 3, 1]);
    await decide("open");
    expect([suggestions.on, suggestions.left, suggestions.total, suggestions.dismissed]).toEqual([true, 0, 3, 1]);
    suggestions.check();
    expect([suggestions.on, hand.key]).toEqual([false, 1]);
  });

  it("stays where a decision was refused", async () => {
    suggestions.start(0);
    await decide("open", false);
    expect(shown()).toEqual([1, 1, 3, 3]);
  });

  it("steps over what is no suggestion, round and round", () => {
    suggestions.start(0);
    const steps = ([1, 1, 1, -1, -1] as const).map((by) => (suggestions.step(by), hand.key));
    expect(steps).toEqual([3, 4, 1, 4, 3]);
  });

  it("goes back to what undo made a suggestion again, and on after redo", async () => {
    suggestions.start(0);
    await decide("dismissed");
    expect(shown()).toEqual([3, 2, 3, 2]);
    arrive({ 1: "suggested" });
    expect(shown()).toEqual([1, 1, 3, 3]);
    arrive({ 1: "dismissed" });
    expect(shown()).toEqual([3, 2, 3, 2]);
  });

  it("takes new suggestions in without leaving the one in hand", () => {
    suggestions.start(30);
    arrive({ 2: "suggested" });
    expect(shown()).toEqual([3, 3, 4, 4]);
  });

  it("ends with another document, and does nothing while it is off", async () => {
    suggestions.start(0);
    suggestions.update(2, claims(now));
    expect(suggestions.on).toBe(false);
    hand.take(3);
    await decide("open");
    expect(hand.key).toBe(3);
  });
});
