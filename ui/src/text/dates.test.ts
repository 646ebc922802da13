import { describe, expect, it } from "vitest";
import { ago, clock, dateWords, dayAndMonth, dayOf } from "./dates";

describe("dates", () => {
  it("writes whole and partial dates", () => {
    expect(dateWords("2023-03-02")).toBe("2 Mar 2023");
    expect(dateWords("2023-03-02T13:01:00Z")).toBe("2 Mar 2023");
    expect(dateWords("2023-03-02", "full")).toBe("2 March 2023");
    expect(dateWords("2022-01")).toBe("Jan 2022");
    expect(dateWords("2022")).toBe("2022");
    expect(dayAndMonth("2023-03-02")).toBe("2 Mar");
    expect(dayAndMonth("2022-01")).toBe("Jan 2022");
  });

  it("writes the day of a moment", () => {
    expect(dayOf(new Date(2026, 10, 21, 23, 59).getTime())).toBe("21 Nov 2026");
  });

  it("leaves alone what is not a date", () => {
    expect(dateWords("2023-13")).toBe("2023-13");
    expect(dateWords("PT10M")).toBe("PT10M");
    expect(dateWords("")).toBe("");
  });

  it("says how long ago in a column's width", () => {
    const now = Date.parse("2026-11-23T13:42:00Z"); // a Monday
    expect(ago("2026-11-23T13:41:30Z", now)).toBe("now");
    expect(ago("2026-11-23T14:41:30Z", now)).toBe("now");
    expect(ago("2026-11-23T13:38:00Z", now)).toBe("4 min");
    expect(ago("2026-11-23T12:42:00Z", now)).toBe("1 h");
    expect(ago("2026-11-23T07:10:00Z", now)).toBe("6 h");
    expect(ago("2026-11-22T16:02:00Z", now)).toBe("Sun");
    expect(ago("2026-11-21T16:02:00Z", now)).toBe("Sat");
    expect(ago("2026-11-16T16:02:00Z", now)).toBe("16 Nov");
    expect(ago("2025-11-16T16:02:00Z", now)).toBe("16 Nov 2025");
    expect(ago("no date", now)).toBe("");
  });

  it("counts in hours across midnight while the night is short", () => {
    expect(ago("2026-11-22T23:30:00Z", Date.parse("2026-11-23T01:00:00Z"))).toBe("1 h");
  });

  it("tells the time", () => {
    expect(clock("2026-11-23T03:07:00Z")).toBe("03:07");
  });
});
