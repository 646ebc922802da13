import { describe, expect, it } from "vitest";
import { begun, cite, offered, parts, wordCount } from "./citations";

describe("citations", () => {
  it("are told from the text, and from those of evidence that is not there", () => {
    expect(parts("See [1][2], [3], [?], [sic], [2023] and [0].", 2)).toEqual([
      { kind: "text", text: "See " },
      { kind: "cite", text: "[1]", number: 1 },
      { kind: "cite", text: "[2]", number: 2 },
      { kind: "text", text: ", " },
      { kind: "dangling", text: "[3]" },
      { kind: "text", text: ", " },
      { kind: "dangling", text: "[?]" },
      { kind: "text", text: ", [sic], [2023] and [0]." },
    ]);
    expect(parts("", 2)).toEqual([]);
  });

  it("are completed where they were begun", () => {
    const text = "See [se and more";
    const open = begun(text, 7);
    expect(open).toEqual({ from: 4, words: "se" });
    expect(open && cite(text, open, 2)).toEqual({ text: "See [2] and more", caret: 7 });
    const closed = begun("See [1]", 6);
    expect(closed && cite("See [1]", closed, 2)).toEqual({ text: "See [2]", caret: 7 });
    expect(begun("See [1] x", 9)).toBeNull();
  });

  it("offer evidence by its number or its title", () => {
    const evidence = [1, 2, 12].map((number) => ({ number, source: { title: number === 2 ? "Treaty text" : "Wire" } }));
    expect(offered(evidence, "1").map(({ number }) => number)).toEqual([1, 12]);
    expect(offered(evidence, "treat").map(({ number }) => number)).toEqual([2]);
    expect(offered(evidence, "").length).toBe(3);
  });

  it("are no words", () => {
    expect(wordCount("The leaders’ summit met on 9 and 10 September 2023 [2]. 1,209 [?]")).toBe(11);
    expect(wordCount("  ")).toBe(0);
  });
});
