// The cursor and the ticks while the rows move under them.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changes, hand } from "../workspace";
import { Ledger } from "./ledger.svelte";
import { answer, begin, host, rest } from "./testHost";

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: (await import("./testHost")).backend,
}));

let list = new Ledger();
let ends: (() => void)[] = [];

beforeEach(async () => {
  begin();
  hand.take(null);
  list = new Ledger();
  ends = [changes.follow(), list.follow()];
  await rest();
  list.see(0, 15);
});

afterEach(() => ends.forEach((end) => end()));

/** Claims are edited, here or elsewhere, and come on top; resolves when the list has followed. */
async function edited(claims: number[], status = "in-review"): Promise<void> {
  const patch = { status, add_tags: [], remove_tags: [], without_primary: false, typing: false };
  answer("claims.edit", { claims, patch } as never);
  await rest(120);
}

async function open(): Promise<void> {
  list.ask("status:open");
  await rest();
  list.see(0, 15);
}

const ticked = (): number[] => [...list.ticks.selected.keys].toSorted((one, other) => one - other);

describe("the claim in hand", () => {
  it("stays in sight with its row where many moved, and leaves what lies beside it where it alone did", async () => {
    list.cursor.goTo(10);
    list.cursor.wish = null;
    await edited([12]);
    expect([list.cursor.at, list.cursor.wish]).toEqual([11, null]);
    // All that stood after it goes before it.
    await edited(host.order.slice(12));
    expect([list.cursor.at, list.cursor.wish]).toEqual([999, { index: 999, how: "nearest" }]);
    expect(list.row(999)?.key).toBe(11);
  });

  it("is followed by the next one listed when it left with others", async () => {
    await open();
    list.cursor.goTo(0);
    await list.ticks.extendTo(2);
    await edited([1, 2, 3, 4]);
    await list.move(1);
    expect(hand.key).toBe(5);
  });

  it("is followed by the next one when it left and others came on top", async () => {
    await open();
    list.cursor.goTo(4);
    await edited([5]);
    await edited([900, 901], "open");
    await list.move(1);
    expect(hand.key).toBe(6);
  });
});

describe("a range", () => {
  it("goes on from the claim that it began at, wherever that stands now", async () => {
    list.cursor.goTo(4);
    await list.ticks.extendTo(6);
    await edited([100]);
    await list.move(1, true);
    expect(ticked()).toEqual([5, 6, 7, 8]);
    await list.move(-1, true);
    expect(ticked()).toEqual([5, 6, 7]);
    await edited([5, 6, 7]);
    await list.move(1, true);
    expect(ticked()).toEqual([5, 6, 7, 100]);
  });

  it("of all there is grows smaller again", async () => {
    list.cursor.goTo(0);
    await list.move(Infinity, true);
    expect(list.ticks.selected.chosen).toEqual({ kind: "query", query: "", except: [] });
    await list.move(-1, true);
    expect(list.ticks.count).toBe(999);
    await list.ticks.extendTo(500);
    expect(list.ticks.count).toBe(501);
  });

  it("takes no tick away that was made while its keys were awaited", async () => {
    list.cursor.goTo(1);
    const range = list.ticks.extendTo(700);
    list.ticks.toggle(0);
    await range;
    expect([list.ticks.selected.has(1), list.ticks.count]).toEqual([true, 701]);
  });

  it("is kept in another order, also of a query that was typed in other words than its chips are", async () => {
    list.ask("treaty status:open");
    await rest();
    expect(list.query).toBe("status:open treaty");
    list.cursor.goTo(0);
    await list.ticks.extendTo(2);
    list.sortBy("label");
    await rest();
    expect(ticked()).toEqual([1, 2, 3]);
    list.ask("status:open");
    await rest();
    expect(ticked()).toEqual([]);
  });

  it("brings no tick back of a claim that has left the list", async () => {
    await open();
    list.ticks.toggle(9);
    // It leaves, and the range is made before the answer that says so.
    host.held = [];
    host.holds = "claims.among";
    await edited([10]);
    const [answered] = host.held;
    list.cursor.goTo(1);
    await list.ticks.extendTo(3);
    host.held = null;
    answered?.();
    await rest();
    expect(ticked()).toEqual([2, 3, 4]);
  });
});
