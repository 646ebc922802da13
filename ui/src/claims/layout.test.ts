import { beforeEach, describe, expect, it } from "vitest";
import { columns, fields, tracks } from "./columns";
import { Layout, NARROWEST, WIDEST } from "./layout.svelte";
import { Selection } from "./selection";

const ids = (...args: Parameters<typeof columns>): string[] => columns(...args).map(({ id }) => id);

beforeEach(() => localStorage.clear());

describe("the columns", () => {
  it("pair with the inspector open, and a field alone has its own", () => {
    expect(ids(false, true)).toContain("claimant-document");
    expect(ids(false, true, (field) => field !== "claimant")).toEqual([
      "check",
      "status",
      "claim",
      "document",
      "value",
      "verdict-evidence",
      "priority",
      "checker",
      "edited",
    ]);
    const none = ids(true, true, () => false);
    expect(none).toEqual(["check", "claim"]);
    expect(fields(true)).not.toContain("value");
  });

  it("give the claim what they leave, and way to it", () => {
    expect(tracks(columns(true, true))).toBe(
      "16px 16px minmax(160px, 1fr) minmax(40px, 116px) minmax(40px, 118px) minmax(40px, 42px)",
    );
  });
});

describe("the layout", () => {
  it("is kept for each workspace", () => {
    const layout = new Layout();
    expect(layout.open("/a.assay")).toBe(true);
    layout.resize("value", 200);
    layout.toggle("checker");
    layout.dense = true;
    layout.sort = { key: "label", descending: false };
    expect(layout.open("/b.assay")).toBe(true);
    expect([layout.width("value"), layout.shows("checker"), layout.rowHeight, layout.sort]).toEqual([
      undefined,
      true,
      46,
      null,
    ]);
    const again = new Layout();
    again.open("/a.assay");
    expect(again.open("/a.assay")).toBe(false);
    expect([again.width("value"), again.shows("checker"), again.rowHeight, again.sort]).toEqual([
      200,
      false,
      28,
      { key: "label", descending: false },
    ]);
    again.restore();
    expect([again.usual, again.dense]).toEqual([true, true]);
  });

  it("keeps widths within bounds, and takes nothing that makes no sense", () => {
    const layout = new Layout();
    layout.open("/a.assay");
    layout.resize("value", 9999);
    layout.resize("edited", 1);
    expect([layout.width("value"), layout.width("edited")]).toEqual([WIDEST, NARROWEST]);
    for (const bad of ['{"widths":{"value":5000}}', '{"hidden":["nonsense"]}', '{"sort":{"key":"x"}}', "[]", "7"]) {
      localStorage.setItem("assay.ledger./bad", bad);
      const other = new Layout();
      other.open("/bad");
      expect([other.usual, other.sort]).toEqual([true, null]);
    }
  });
});

describe("a selection", () => {
  it("is of keys, or of a query but for some", () => {
    const some = Selection.NONE.adding([1, 2]).toggle(2).toggle(3);
    expect(some.chosen).toEqual({ kind: "claims", keys: [1, 3] });
    expect([some.count(1_000_000), some.has(3), some.has(2)]).toEqual([2, true, false]);
    const all = Selection.all("x").toggle(7).toggle(8);
    expect([all.count(10), all.has(7), all.has(1), all.count(null)]).toEqual([8, false, true, 0]);
    expect(all.adding([7, 9]).chosen).toEqual({ kind: "query", query: "x", except: [8] });
    expect(all.keeping([8]).chosen).toEqual({ kind: "query", query: "x", except: [8] });
  });
});
