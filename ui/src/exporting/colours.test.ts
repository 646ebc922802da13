import { describe, expect, it } from "vitest";
import { linesOf, shades } from "./colours";

const kinds = (line: string): string[] => shades(line).map(({ text, kind }) => `${kind[0]}|${text}`);

describe("shades of a line", () => {
  it("tells the name of a field from what it holds", () => {
    expect(kinds('    "text": "the G20 summit",')).toEqual(["p|    ", 'k|"text"', "p|: ", 'v|"the G20 summit",']);
    expect(kinds('"ratingValue": 1,')).toEqual(['k|"ratingValue"', "p|: ", "v|1,"]);
    expect(kinds('  "itemReviewed": {')).toEqual(["p|  ", 'k|"itemReviewed"', "p|: ", "v|{"]);
  });

  it("is not misled by colons and quotation marks within", () => {
    expect(kinds('"a \\"b\\": c": "d: \\"e\\""')).toEqual(['k|"a \\"b\\": c"', "p|: ", 'v|"d: \\"e\\""']);
    expect(kinds('"only a string, with a colon: in it"')).toEqual(['p|"only a string, with a colon: in it"']);
  });

  it("leaves everything else plain", () => {
    for (const line of ["{", "  },", "ref,label,statement", "# Claims", '"', ""])
      expect(shades(line)).toEqual([{ text: line, kind: "plain" }]);
  });

  it("loses no character", () => {
    for (const line of ['  "k" : "v\u2028w"', '\t"😀": []', '"a"b": 1', '"k":', "\r"])
      expect(
        shades(line)
          .map((shade) => shade.text)
          .join(""),
      ).toBe(line);
  });

  it("looks at a very long line once", () => {
    const long = `"${"\\\\".repeat(200_000)}`;
    const begun = performance.now();
    expect(shades(long)[0]?.text).toBe(long);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe("lines", () => {
  it("has no line after the last line end", () => {
    expect(linesOf("{\n}\n")).toEqual(["{", "}"]);
    expect(linesOf("a\n\n")).toEqual(["a", ""]);
    expect(linesOf("")).toEqual([""]);
  });
});
