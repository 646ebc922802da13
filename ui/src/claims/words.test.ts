import { describe, expect, it } from "vitest";
import type { FacetGroup } from "../backend";
import { columns } from "./columns";
import { suggest } from "./suggest";
import { evidenceWords, optionWords, secondValue } from "./words";

describe("a row's words", () => {
  it("count evidence and say what it lacks", () => {
    expect(evidenceWords({ evidence: 0, has_primary: false })).toBe("No evidence");
    expect(evidenceWords({ evidence: 3, has_primary: false })).toBe("3, no primary");
    expect(evidenceWords({ evidence: 2505, has_primary: true })).toBe("2,505");
  });

  it("show what was found beneath the value where it differs, else the normal form", () => {
    expect(secondValue({ value: "January 2022", value_normal: "2022-01", found: "2022-01-21" })).toBe("2022-01-21");
    expect(secondValue({ value: "January 2022", value_normal: "2022-01", found: "2022-01" })).toBe("2022-01");
    expect(secondValue({ value: "January 2022", value_normal: "2022-01", found: null })).toBe("2022-01");
    expect(secondValue({ value: "2 paragraphs", value_normal: "2 paragraphs", found: null })).toBeNull();
    expect(secondValue({ value: null, value_normal: null, found: null })).toBeNull();
  });

  it("name a facet's options by the fixed words", () => {
    expect(optionWords("verdict", { value: "none", label: "" })).toBe("No verdict");
    expect(optionWords("status", { value: "in-review", label: "in-review" })).toBe("In review");
    expect(optionWords("claimant", { value: "toString", label: "toString" })).toBe("toString");
  });
});

describe("the columns", () => {
  it("pair up beside the inspector and fall away in a narrow window", () => {
    const ids = (narrow: boolean, paired: boolean): string =>
      columns(narrow, paired)
        .map(({ id }) => id)
        .join(" ");
    expect(ids(false, true)).toBe(
      "check status claim claimant-document value verdict-evidence priority checker edited",
    );
    expect(ids(true, true)).toBe("check status claim claimant-document verdict-evidence edited");
    expect(ids(false, false)).toBe(
      "check status claim claimant document value verdict evidence priority checker edited",
    );
    expect(
      columns(false, true)
        .map(({ width }) => width)
        .join(" "),
    ).toBe("16px 16px minmax(0, 1fr) 118px 124px 122px 14px 20px 42px");
  });
});

describe("suggestions", () => {
  const facets: FacetGroup[] = [
    {
      key: "claimant",
      options: [
        { value: "Sergey Lavrov", label: "Sergey Lavrov", count: 15 },
        { value: "BBC News", label: "BBC News", count: 2 },
      ],
    },
  ];

  it("follow a key that is being typed at the end", () => {
    const found = suggest("status:open -claimant:la", facets);
    expect(found).toMatchObject({ key: "claimant", typed: "la", start: 12, negated: true });
    expect(found?.options.map(({ value }) => value)).toEqual(["Sergey Lavrov"]);
    expect(suggest('claimant:"sergey l', facets)?.options).toHaveLength(1);
    expect(suggest("claimant:", facets)?.options).toHaveLength(2);
    for (const none of ["claimant:la ", "la", "claimant:xyz", "statsu:", "tag:"])
      expect(suggest(none, facets)).toBeNull();
  });
});
