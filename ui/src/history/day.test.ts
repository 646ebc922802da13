import { describe, expect, it } from "vitest";
import { dayOf } from "./day";

describe("a day", () => {
  it("goes from midnight to midnight, also over a change of clocks", () => {
    const day = dayOf("2023-03-02");
    expect(day?.from).toBe(new Date(2023, 2, 2).getTime());
    expect(day?.until).toBe(new Date(2023, 2, 3).getTime());
    expect(dayOf("2023-12-31")?.until).toBe(new Date(2024, 0, 1).getTime());
  });

  it("is one of the calendar", () => {
    for (const text of ["", "2026-13-02", "2026-02-30", "2026-2-3", "soon"]) expect(dayOf(text)).toBeNull();
  });
});
