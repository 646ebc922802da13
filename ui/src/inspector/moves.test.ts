import { describe, expect, it } from "vitest";
import { STATUS_ORDER } from "../text/words";
import { allows } from "./moves";

describe("the moves of status", () => {
  it("are those decided: rows from, columns to, in the fixed order", () => {
    const table = ["-oo--o", "--oooo", "-o-ooo", "-oo-oo", "--oo--", "-o----"];
    const drawn = STATUS_ORDER.map((from) => STATUS_ORDER.map((to) => (allows(from, to) ? "o" : "-")).join(""));
    expect(drawn).toEqual(table);
  });
});
