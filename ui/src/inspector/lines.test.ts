import { describe, expect, it } from "vitest";
import { linesOf } from "./lines";

describe("the name of a value in the pad", () => {
  it.each([
    ["Supported", ["Supported"]],
    ["Half True", ["Half True"]],
    ["Mostly True", ["Mostly", "True"]],
    ["Conflicting evidence", ["Conflicting", "evidence"]],
    ["Not enough evidence", ["Not enough", "evidence"]],
    ["Not checkable", ["Not", "checkable"]],
    ["Pants on Fire", ["Pants", "on Fire"]],
    ["Conflicting evidence/Cherrypicking", ["Conflicting", "evidence/", "Cherrypicking"]],
    ["Unbelievable", ["Unbelievable"]],
    ["  ", [""]],
  ])("breaks %s evenly, at a space or after a slash", (name, lines) => {
    expect(linesOf(name)).toEqual(lines);
  });
});
