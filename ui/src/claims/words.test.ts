import { describe, expect, it } from "vitest";
import type { FacetGroup, Scale, Term, Verdict } from "../backend";
import { columns } from "./columns";
import { languageHints } from "./languages";
import { KEY_WORDS } from "./query";
import { isWhole, mineFirst, suggest } from "./suggest";
import {
  differingFindings,
  evidenceTitle,
  evidenceWords,
  optionWords,
  secondValue,
  verdictTitle,
  verdictWords,
} from "./words";

describe("a row's words", () => {
  it("count evidence and its origins, and say what it lacks", () => {
    const counts = (evidence: number, origins: number, has_primary: boolean): Parameters<typeof evidenceWords>[0] => ({
      evidence,
      origins,
      has_primary,
    });
    expect(evidenceWords(counts(0, 0, false))).toBe("No evidence");
    expect(evidenceWords(counts(3, 3, false))).toBe("3, no primary");
    expect(evidenceWords(counts(2505, 2505, true))).toBe("2,505");
    expect(evidenceWords(counts(3, 1, false))).toBe("3, 1 origin");
    expect(evidenceTitle(counts(3, 1, false))).toBe("3 items, 1 origin, no primary source");
    expect(evidenceTitle(counts(1, 1, true))).toBe("1 item");
  });

  it("name the verdict by its scale, and say where the two findings differ", () => {
    const found = (
      verdict: Verdict | null,
      said: Verdict | null,
      rating_name: string | null = null,
    ): Parameters<typeof verdictTitle>[0] => ({
      verdict,
      said,
      rating_name,
    });
    expect(verdictWords(found("conflicting", null))).toBe("Conflicting");
    expect(verdictWords(found("conflicting", null, "Half True"))).toBe("Half True");
    expect(verdictTitle(found("conflicting", null, "Half True"))).toBe("Half True (Conflicting evidence)");
    expect(verdictTitle(found("refuted", "supported"))).toBe("Refuted: said, but refuted");
    expect(differingFindings(found("refuted", "supported"))).toBe("said, but refuted");
    expect(differingFindings(found("supported", "refuted"))).toBe("true, but not said");
    expect(differingFindings(found("refuted", "conflicting"))).toBe("said: conflicting");
    for (const same of [found("refuted", "refuted"), found("refuted", null), found(null, "supported")])
      expect(differingFindings(same)).toBeNull();
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
    ).toBe("16 16  118 124 122 14 20 42");
  });
});

describe("suggestions", () => {
  const facets: FacetGroup[] = [
    {
      key: "claimant",
      options: [
        { value: "=Sergey Lavrov", label: "Sergey Lavrov", count: 15 },
        { value: "=BBC News", label: "BBC News", count: 2 },
      ],
    },
  ];

  it("follow a key that is being typed at the end", () => {
    const found = suggest("status:open -claimant:la", facets);
    expect(found).toMatchObject({ key: "claimant", typed: "la", start: 12, negated: true });
    expect(found?.options.map(({ value }) => value)).toEqual(["=Sergey Lavrov"]);
    expect(suggest('claimant:"sergey l', facets)?.options).toHaveLength(1);
    expect(suggest("claimant:", facets)?.options).toHaveLength(2);
    for (const none of ["claimant:la ", "lav", "claimant:xyz", "statsu:", "tag:"])
      expect(suggest(none, facets)).toBeNull();
  });

  it("follow a comma, and leave out what stands before it", () => {
    expect(suggest('x -claimant:"=BBC News",', facets)).toMatchObject({
      start: 2,
      negated: true,
      before: ["=BBC News"],
      options: [{ value: "=Sergey Lavrov" }],
    });
    expect(suggest("claimant:a,b,bb", facets)).toMatchObject({ before: ["a", "b"], typed: "bb" });
    expect(suggest("claimant:a, bb", facets)).toBeNull();
  });

  it("leave what is typed whole as it stands", () => {
    const documents: FacetGroup[] = [{ key: "document", options: [{ value: "D142", label: "D1 Post", count: 25 }] }];
    const whole = (draft: string, groups: FacetGroup[]): boolean => {
      const found = suggest(draft, groups);
      return found !== null && isWhole(found);
    };
    expect(whole("document:D1", documents)).toBe(true);
    expect(whole("document:d", documents)).toBe(false);
    expect(whole('claimant:"bbc news', facets)).toBe(true);
    expect(whole("claimant:bbc", facets)).toBe(false);
    expect(whole("pu", facets)).toBe(false);
  });

  it("name the keys that a word may be meant as", () => {
    const keys = (draft: string): string[] | undefined => suggest(draft, facets)?.options.map(({ value }) => value);
    expect(keys("treaty -pu")).toEqual(["publisher", "published"]);
    expect(suggest("treaty -pu", facets)).toMatchObject({ key: null, start: 7, negated: true, typed: "pu" });
    expect(keys("value.")).toEqual(["value.date"]);
    expect(keys("no")).toEqual(["no"]);
    for (const none of ["p", "treaty", "pu ", '"pu', "a,pu"]) expect(keys(none)).toBeUndefined();
  });

  it("name all keys where that is asked for, before a letter of one is typed", () => {
    const keys = (draft: string): number | undefined => suggest(draft, facets, {}, true)?.options.length;
    expect(keys("")).toBe(KEY_WORDS.length);
    expect(suggest("treaty ", facets, {}, true)).toMatchObject({ key: null, start: 7, typed: "" });
    expect(keys("treaty -")).toBe(KEY_WORDS.length);
    expect(keys("p")).toBe(4);
    expect(suggest("", facets)).toBeNull();
  });

  it("count what a claim has, and go beyond what a facet lists", () => {
    const counted = [{ value: "note", label: "note", count: 7 }];
    expect(suggest("has:not", [{ key: "has", options: counted }])?.options).toEqual(counted);
    expect(suggest("has:not", facets)?.options).toEqual([{ value: "note", label: "note" }]);
    const beyond = ["=Lavrov, S.", "=Sergey Lavrov"].map((value) => ({ value, label: value.slice(1), count: 1 }));
    expect(suggest("claimant:lav", facets, { beyond })?.options.map(({ value, count }) => [value, count])).toEqual([
      ["=Sergey Lavrov", 15],
      ["=Lavrov, S.", 1],
    ]);
  });

  it("show what comparisons look like, and nothing once one is typed", () => {
    const values = (draft: string): string[] | undefined => suggest(draft, facets)?.options.map(({ value }) => value);
    expect(values("score:")).toContain(">0.7");
    expect(values("score:0.7")).toBeUndefined();
    expect(values("is:")).toEqual(["mine", "changed-since-signoff", "conflicting", "lost"]);
    expect(values("in:no")).toEqual(["notes"]);
  });

  it("give the tag of a language that is asked for by its name", () => {
    const language: FacetGroup = { key: "language", options: [{ value: "=en-GB", label: "en-GB", count: 2 }] };
    const told = (query: string, ...terms: Term[]): [number, string][] =>
      languageHints(query, terms, [language]).map(({ start, message }) => [start, message]);
    const asks = (values: string[], negated = false): Term => ({ negated, key: "language", values });
    const word: Term = { negated: false, key: null, values: ["💬"] };
    expect(told("💬 language:English", word, asks(["English"]))).toEqual([
      [2, "“English” finds nothing; did you mean “en”?"],
    ]);
    expect(told('-language:"british english",french', asks(["british english", "french"], true))).toEqual([
      [0, "“british english” leaves nothing out; did you mean “en-GB”?"],
      [1, "“french” leaves nothing out; did you mean “fr”?"],
    ]);
    expect(told("language:en,xyzzy,none", asks(["en", "xyzzy", "none"]))).toEqual([]);
    // What an imported text calls its language may be its name.
    const named = { key: "language", options: [{ value: "=English", label: "English", count: 1 }] } as FacetGroup;
    expect(languageHints("language:english", [asks(["english"])], [named])).toEqual([]);
  });

  it("name languages, and what a group is without", () => {
    expect(optionWords("language", { value: "=en", label: "en" })).toBe("English");
    expect(optionWords("language", { value: "=no such tag", label: "no such tag" })).toBe("no such tag");
    expect(optionWords("year", { value: "none", label: "" })).toBe("Undated");
  });

  it("know the values of keys that no facet has, and whose claims are mine", () => {
    const values = (draft: string): string[] | undefined => {
      const scale = { word: "politifact", ratings: [{ word: "half-true", name: "Half True" }] } as unknown as Scale;
      const known = { scale, people: ["Amara Okafor", "Ines Moreau"], own: "Ines Moreau" };
      return suggest(draft, [{ key: "checker", options: checkers }], known)?.options.map(({ value }) => value);
    };
    const checkers = ["=Amara Okafor", "=Ines Moreau", "none"].map((value) => ({ value, label: value, count: 3 }));
    expect(values("checker:")).toEqual(["me", "=Amara Okafor", "none"]);
    expect(values("checker:mi")).toEqual(["me"]);
    expect(values("checker:me")).toEqual(["me"]);
    expect(values("person:")).toEqual(["me", "=Amara Okafor", "none"]);
    expect(values("has:op")).toEqual(["open-question"]);
    expect(values("has:note")).toEqual(["note"]);
    expect(values("rating:half")).toEqual(["half-true"]);
    expect(suggest("rating:", [])).toBeNull();
    expect(mineFirst(checkers, "Ines Moreau")[0]).toEqual({ value: "me", label: "me", count: 3 });
    expect(mineFirst([], undefined)).toEqual([{ value: "me", label: "me", count: 0 }]);
    expect([
      optionWords("checker", { value: "me", label: "" }),
      optionWords("said", { value: "none", label: "" }),
    ]).toEqual(["Mine", "No finding"]);
  });
});
