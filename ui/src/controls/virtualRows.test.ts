import { describe, expect, it } from "vitest";
import {
  type Geometry,
  HIGHEST_GROUND,
  MOST_ROWS_TRUE,
  groundHeight,
  placeAt,
  rowsInSight,
  scrollFor,
  scrollToRow,
} from "./virtualRows";

const CLAMP = 33_554_428;
const list = (count: number, rowHeight = 46, viewHeight = 800): Geometry => ({ count, rowHeight, viewHeight });

describe("virtual rows", () => {
  it("draws what is seen and a few more", () => {
    expect(rowsInSight(list(100_000), 0, 4)).toEqual({ first: 0, end: 22, top: 0, seenFirst: 0, seenEnd: 18 });
    const middle = rowsInSight(list(100_000), 46 * 5000 + 10, 4);
    expect(middle.seenFirst).toBe(5000);
    expect(middle.first).toBe(4996);
    expect(middle.top).toBeCloseTo(46 * 4996);
  });

  it("never passes the end, whatever the scroll position", () => {
    for (const count of [0, 1, 5, 17, 18, 1000, 500_000, 500_001, 1_000_000, 50_000_000])
      for (const at of [-500, 0, 33, 1e5, 1e7, 1e12]) {
        const { first, end, seenFirst, seenEnd } = rowsInSight(list(count), at, 6);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        expect(end - first).toBeLessThanOrEqual(18 + 1 + 12);
        expect(seenEnd).toBeGreaterThanOrEqual(Math.min(seenFirst, count));
        if (count > 0) expect(end).toBeGreaterThan(first);
      }
  });

  it("keeps the ground under what browsers clamp", () => {
    for (const count of [1, 500_000, 500_001, 1_000_000, 1e9])
      for (const height of [20, 46, 58, 200]) expect(groundHeight(list(count, height))).toBeLessThan(CLAMP);
    expect(groundHeight(list(MOST_ROWS_TRUE))).toBe(MOST_ROWS_TRUE * 46);
    expect(groundHeight(list(MOST_ROWS_TRUE, 200))).toBe(HIGHEST_GROUND);
  });

  it("reaches the first and the last of a million rows", () => {
    const million = list(1_000_000);
    const lowest = groundHeight(million) - million.viewHeight;
    expect(rowsInSight(million, 0, 0).seenFirst).toBe(0);
    const bottom = rowsInSight(million, lowest, 0);
    expect(bottom.seenEnd).toBe(1_000_000);
    // The last row's foot is the view's foot.
    expect(bottom.top + (bottom.end - bottom.first) * 46).toBeCloseTo(lowest + million.viewHeight, 3);
    expect(rowsInSight(million, scrollFor(million, 46 * 777_777), 0).seenFirst).toBe(777_777);
  });

  it("maps to and fro", () => {
    for (const count of [1000, 1_000_000, 4_000_000])
      for (const part of [0, 0.1, 0.5, 0.999, 1]) {
        const place = part * (count * 46 - 800);
        expect(placeAt(list(count), scrollFor(list(count), place))).toBeCloseTo(place, 3);
      }
  });

  it("scrolls no more than needed", () => {
    const rows = list(1000);
    expect(scrollToRow(rows, 0, 3)).toBeNull();
    expect(scrollToRow(rows, 46 * 10, 3)).toBe(46 * 3);
    expect(scrollToRow(rows, 0, 30)).toBe(46 * 31 - 800);
    expect(scrollToRow(rows, 0, 30, "start")).toBe(46 * 30);
    expect(scrollToRow(rows, 0, 999, "start")).toBe(46 * 1000 - 800);
    expect(scrollToRow(rows, 0, 5000)).toBe(46 * 1000 - 800);
    expect(scrollToRow(list(0), 0, 0)).toBeNull();
  });

  it("leaves a mapped list alone once it shows the row", () => {
    const million = list(1_000_000);
    for (const row of [12, 499_999, 999_999]) {
      const at = scrollToRow(million, 0, row, "end") ?? 0;
      expect(scrollToRow(million, at, row)).toBeNull();
    }
  });

  it("moves a mapped list by one row when the cursor leaves the view", () => {
    const million = list(1_000_000);
    const at = scrollToRow(million, 0, 600_000, "start") ?? 0;
    const next = scrollToRow(million, at, 599_999);
    expect(next).not.toBeNull();
    expect(rowsInSight(million, next ?? 0, 0).seenFirst).toBe(599_999);
  });
});
