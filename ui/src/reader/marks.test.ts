import { describe, expect, it } from "vitest";
import type { Mark } from "../backend";
import { claimAt, nameOf, overlapping } from "./marks";

const mark = (key: number, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  key,
  id: String(key),
  label: "",
  status: "open",
  verdict: null,
  start,
  end,
  ...more,
});

describe("the name of a mark", () => {
  const talks = mark(10, 40, 60, { status: "in-progress", verdict: "supported" });
  const met = [mark(6, 0, 50, { status: "signed-off", verdict: "refuted" }), mark(6, 80, 90)];
  const mentions = new Map([
    [10, [talks]],
    [6, met],
  ]);

  it("says its reference, verdict, status and which mention it is", () => {
    expect(nameOf(talks, [], mentions, "DG")).toBe("DG-10, Supported, in progress, mention 1 of 1");
    expect(nameOf(met[1] ?? talks, [], mentions, "DG")).toBe("DG-6, open, mention 2 of 2");
  });

  it("says what in its words is not seen, before what lies over it", () => {
    expect(nameOf(met[1] ?? talks, [mark(7, 85, 95)], mentions, "DG", "1 direction mark")).toBe(
      "DG-6, open, mention 2 of 2, 1 direction mark; overlaps DG-7, open, mention 1 of 1",
    );
  });

  it("names every claim that lies over it, and none that only touches it", () => {
    const marks = [...met, talks, mark(7, 60, 70)];
    expect(nameOf(talks, overlapping(talks, marks), mentions, "DG")).toBe(
      "DG-10, Supported, in progress, mention 1 of 1; overlaps DG-6, Refuted, signed off, mention 1 of 2",
    );
  });
});

describe("a click on marks that overlap", () => {
  // 6 covers all; 7 begins with it, 8 lies further on.
  const box = (claim: number, id: string, ...inside: (string | Node)[]): HTMLElement => {
    const made = document.createElement("b");
    made.dataset["claim"] = String(claim);
    made.id = id;
    made.append(...inside);
    return made;
  };
  const bare = document.createElement("i");
  bare.id = "bare";
  document.body.replaceChildren(
    box(6, "outer", box(7, "first", "The two")),
    box(6, "later", " met ", box(8, "inner", "in Delhi")),
    bare,
  );
  const at = (id: string): Element | null => document.getElementById(id);

  it("takes the innermost, then the next outwards, round and round", () => {
    expect(claimAt(at("inner"), null)).toBe(8);
    expect(claimAt(at("inner"), 3)).toBe(8);
    expect(claimAt(at("inner"), 8)).toBe(6);
    expect(claimAt(at("inner"), 6)).toBe(8);
    expect(claimAt(at("later"), null)).toBe(6);
    expect(claimAt(at("later"), 6)).toBe(6);
    expect(claimAt(at("bare"), 6)).toBeNull();
    expect(claimAt(null, 6)).toBeNull();
  });

  it("takes the mark's own claim first when the mark has the focus, then what lies in it", () => {
    expect(claimAt(at("outer"), null)).toBe(6);
    expect(claimAt(at("outer"), 6)).toBe(7);
    expect(claimAt(at("outer"), 7)).toBe(6);
    expect(claimAt(at("first"), 7)).toBe(6);
  });
});
