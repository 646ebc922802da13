import { describe, expect, it } from "vitest";
import { tagFault, tagsIn } from "./tags";

describe("tags as they are typed", () => {
  it("are separated by commas, each once", () => {
    expect(tagsIn(" arms control, print ,,print, quote")).toEqual(["arms control", "print", "quote"]);
    expect(tagsIn(" , ")).toEqual([]);
  });

  it("are refused when they are longer than the engine takes, counted in code points", () => {
    expect(tagFault(["a", "😀".repeat(100)])).toBeNull();
    expect(tagFault(["a", "é".repeat(101)])).toBe("A tag has at most 100 characters; this one has 101.");
  });
});
