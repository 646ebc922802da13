import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Turn } from "../backend";
import { toasts } from "../controls";
import { changes, hand, ratings } from "../workspace";
import { setRating, setStatus } from "./deeds";
import { Ledger, ledger, TYPING_MS } from "./ledger.svelte";
import { PAGE } from "./pages";
import { answer, begin, host, rest } from "./testHost";

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: (await import("./testHost")).backend,
}));

const refs = (list: Ledger, count: number): (string | undefined)[] =>
  Array.from({ length: count }, (_, index) => list.row(index)?.ref);

beforeEach(() => {
  begin();
  hand.take(null);
  toasts.clear();
});

describe("the ledger", () => {
  it("takes the first claim in hand and moves by rows, also where they are still to come", async () => {
    const list = new Ledger();
    const stop = list.follow();
    await rest();
    expect([list.total, list.cursor.at, hand.key]).toEqual([1000, 0, 1]);
    await list.move(1);
    expect(hand.key).toBe(2);
    await list.move(Infinity);
    expect([list.cursor.at, list.row(999)]).toEqual([999, undefined]);
    const came = vi.fn();
    void hand.arrival()?.then(came);
    await rest();
    expect(came).not.toHaveBeenCalled();
    list.see(990, 1000);
    await rest();
    expect([hand.key, list.row(999)?.ref]).toEqual([1000, "DG-1000"]);
    expect(came).toHaveBeenCalledOnce();
    await list.move(-Infinity);
    expect([list.cursor.at, hand.key]).toEqual([0, 1]);
    stop();
  });

  it("keeps what is pressed before the first list is there", async () => {
    const list = new Ledger();
    host.held = [];
    const stop = list.follow();
    const moved = Promise.all([list.move(1), list.move(1)]);
    const came = vi.fn();
    void hand.arrival()?.then(came);
    await rest(5);
    expect([came.mock.calls.length, list.total]).toEqual([0, null]);
    for (const go of host.held.splice(0)) go();
    await moved;
    expect([list.cursor.at, hand.key, list.opening]).toEqual([2, 3, null]);
    await rest();
    expect(came).toHaveBeenCalledOnce();
    stop();
  });

  it("takes the first claim found in hand where a confirmed query leaves out the one before", async () => {
    const list = new Ledger();
    const stop = list.follow();
    await rest();
    for (const key of [7, 9]) host.status.set(key, "in-review");
    // While it is typed nothing changes hands.
    list.type("status:in-review ");
    await rest(TYPING_MS + 60);
    expect([list.total, hand.key]).toEqual([2, 1]);
    host.held = [];
    const settled = list.settle();
    const came = vi.fn();
    void hand.arrival()?.then(came);
    const moved = list.move(1);
    await rest(5);
    expect([hand.key, came.mock.calls.length]).toEqual([1, 0]);
    for (const go of host.held.splice(0)) go();
    host.held = null;
    await Promise.all([settled, moved]);
    await rest();
    expect([hand.key, list.cursor.at, came.mock.calls.length]).toEqual([9, 1, 1]);

    // Where nothing is found nothing is in hand, until the claim is listed again.
    list.ask("status:dismissed");
    await rest();
    expect([list.total, hand.key, list.cursor.at]).toEqual([0, null, null]);
    list.clear();
    await rest();
    expect([hand.key, list.cursor.at]).toEqual([9, 8]);
    stop();
  });

  it("asks in turns, and for further rows of the list that is shown, whatever is typed", async () => {
    const list = new Ledger();
    const stop = list.follow();
    await rest();
    const pages = (): { query: string; turn: Turn }[] =>
      host.asked
        .filter((one) => one.startsWith("claims.page "))
        .map((one) => JSON.parse(one.slice("claims.page ".length)) as { query: string; turn: Turn });
    list.type("status:in-review");
    list.see(600, 620);
    await rest(20);
    expect(list.row(600)?.ref).toBe("DG-601");
    await rest(TYPING_MS + 40);
    list.ask("status:open");
    await rest();
    const asked = pages().map(({ query, turn }) => [query, turn.number]);
    expect(asked).toEqual([
      ["", 1],
      ["", 1],
      ["status:in-review", 2],
      ["status:open", 3],
      // The rows in sight.
      ["status:open", 3],
    ]);
    expect(new Set(pages().map(({ turn }) => turn.view)).size).toBe(1);
    stop();
  });

  it("drops answers that were overtaken", async () => {
    const list = new Ledger();
    host.held = [];
    list.ask("status:open");
    host.status.set(3, "in-review");
    list.ask("status:in-review");
    await rest(5);
    const [first, second] = host.held;
    second?.();
    await rest(5);
    expect([list.total, refs(list, 1)]).toEqual([1, ["DG-3"]]);
    first?.();
    await rest(5);
    expect([list.total, refs(list, 1)]).toEqual([1, ["DG-3"]]);
  });

  it("asks when typing rests, and makes chips of what is finished", async () => {
    const list = new Ledger();
    for (const text of ["s", "sta", "status:open", "status:open tr"]) list.type(text);
    expect(host.asked).toEqual([]);
    await rest(TYPING_MS + 40);
    expect(host.asked.filter((one) => one.startsWith("claims.page"))).toHaveLength(1);
    expect(list.chips.map((term) => term.key)).toEqual(["status"]);
    expect(list.draft).toBe("tr");
    expect(list.query).toBe("status:open tr");
    list.reopen();
    expect([list.chips.length, list.draft]).toEqual([0, "status:open tr"]);
    await rest(TYPING_MS + 40);
  });

  it("keeps the cursor on its claim when it moves, and the next claim the next", async () => {
    const list = new Ledger();
    const stopHost = changes.follow();
    const stop = list.follow();
    await rest();
    list.see(0, 20);
    list.cursor.goTo(5);
    const asked = host.asked.length;
    answer("claims.edit", {
      claims: [6],
      patch: { add_tags: [], remove_tags: [], without_primary: false, typing: false },
    });
    await rest(120);
    expect(host.asked.slice(asked).filter((one) => one.startsWith("claims.page"))).toHaveLength(1);
    expect([list.cursor.at, hand.key, refs(list, 2)]).toEqual([0, 6, ["DG-6", "DG-1"]]);
    expect(list.cursor.wish?.index).toBe(5);
    await list.move(1);
    expect(hand.key).toBe(7);
    stop();
    stopHost();
  });

  it("has keys wait while the next claim is looked for, so that they never act on the one left", async () => {
    const list = new Ledger();
    const stopHost = changes.follow();
    const stop = list.follow();
    await rest();
    list.see(0, 20);
    list.cursor.goTo(5);
    await rest();
    // The claim in hand leaves the list, and so does the one that stood after it.
    list.ask("status:open");
    await rest();
    host.status.set(7, "in-review");
    answer("claims.edit", {
      claims: [6],
      patch: { status: "in-review", add_tags: [], remove_tags: [], without_primary: false, typing: false },
    });
    await rest(120);
    expect([hand.key, hand.arrival()]).toEqual([6, null]);
    void list.move(1);
    expect(hand.key).toBe(6);
    const arrival = hand.arrival();
    expect(arrival).not.toBeNull();
    await arrival;
    expect([hand.key, hand.claim?.key, hand.arrival()]).toEqual([8, 8, null]);
    stop();
    stopHost();
  });

  it("ticks rows, ranges and all, and lets go of what has left the list", async () => {
    const list = new Ledger();
    const stopHost = changes.follow();
    const stop = list.follow();
    await rest();
    list.ticks.toggle(2);
    await list.ticks.range(4);
    expect([...list.ticks.selected.keys]).toEqual([3, 4, 5]);
    await list.ticks.range(PAGE + 10);
    expect(list.ticks.count).toBe(PAGE + 10 - 2 + 1);
    list.ask("status:open");
    await rest();
    expect([list.ticks.count, list.query]).toEqual([0, "status:open"]);

    // A range leaves what was ticked one by one, and as its end moves only that of the range changes.
    list.ticks.toggle(0);
    list.ticks.toggle(4);
    list.ticks.toggle(8);
    await list.ticks.extendTo(10);
    expect([...list.ticks.selected.keys].toSorted((one, other) => one - other)).toEqual([1, 5, 9, 10, 11]);
    await list.ticks.extendTo(7);
    expect([...list.ticks.selected.keys].toSorted((one, other) => one - other)).toEqual([1, 5, 8, 9]);
    list.ticks.none();
    await list.ticks.range(1, 0);
    answer("claims.edit", {
      claims: [1],
      patch: { status: "in-review", add_tags: [], remove_tags: [], without_primary: false, typing: false },
    });
    await rest(120);
    expect([...list.ticks.selected.keys]).toEqual([2]);
    stop();
    stopHost();
  });
});

describe("all that a query finds", () => {
  it("is ticked by the query, whatever its number, and single claims can be left out", async () => {
    const list = new Ledger();
    const stopHost = changes.follow();
    const stop = list.follow();
    await rest();
    const asked = host.asked.length;
    list.ticks.all();
    expect(list.ticks.count).toBe(1000);
    expect(list.ticks.selected.chosen).toEqual({ kind: "query", query: "", except: [] });
    list.ticks.toggle(4);
    expect([list.ticks.count, list.ticks.selected.has(5), list.ticks.selected.has(6)]).toEqual([999, false, true]);
    expect(list.ticks.selected.chosen).toEqual({ kind: "query", query: "", except: [5] });
    expect(host.asked.slice(asked).filter((one) => one.startsWith("claims.keys"))).toEqual([]);
    // Another order is of the same claims, another query is not.
    list.sortBy("label");
    await rest();
    expect(list.ticks.count).toBe(999);
    list.ask("status:open");
    await rest();
    expect(list.ticks.count).toBe(0);
    // The whole list as a range is the query too.
    list.cursor.goTo(0);
    await list.move(Infinity, true);
    expect(list.ticks.selected.chosen).toEqual({ kind: "query", query: "status:open", except: [] });
    stop();
    stopHost();
  });

  it("asks of a long range only its own keys", async () => {
    const list = new Ledger();
    const stop = list.follow();
    await rest();
    await list.ticks.range(700, 10);
    expect(list.ticks.count).toBe(691);
    const asked = host.asked.find((one) => one.startsWith("claims.keys"));
    expect(asked).toContain('"from":10,"limit":691');
    stop();
  });
});

describe("the keys", () => {
  it("bring the next Open claim up after review; after a verdict the claim stays", async () => {
    const stopHost = changes.follow();
    const stop = ledger.follow();
    await rest();
    host.status.set(3, "in-progress");
    answer("claims.edit", {
      claims: [1000],
      patch: { add_tags: [], remove_tags: [], without_primary: false, typing: false },
    });
    await rest(120);
    await ledger.cursor.goToClaim(2);
    await setRating(ratings()[0] ?? null);
    await rest(120);
    expect(hand.key).toBe(2);
    await setStatus("in-review");
    await rest(120);
    expect([host.status.get(2), hand.key]).toEqual(["in-review", 4]);
    await ledger.ticks.range(2, 1);
    const ticked = [...ledger.ticks.selected.keys];
    await setStatus("in-progress");
    await rest(120);
    expect(ticked.map((key) => host.status.get(key))).toEqual(["in-progress", "in-progress"]);
    expect(hand.key).toBe(4);
    stop();
    stopHost();
  });
});
