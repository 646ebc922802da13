import { describe, expect, it } from "vitest";
import type { Key, Term } from "../backend";
import { chipParts, flip, settle, termAt, standOf, toggle, writeQuery, writeTerm } from "./query";

const term = (key: Key | null, ...values: string[]): Term => ({ negated: false, key, values });
const not = (one: Term): Term => ({ ...one, negated: true });

describe("a query", () => {
  it("is written as it is typed", () => {
    const terms = [
      term("status", "open", "in-progress"),
      not(term("tag", "print")),
      term("claimant", "S. Lavrov"),
      term(null, "New START"),
      not(term(null, "treaty")),
      term(null, "statsu:open"),
      term(null, "status:open"),
      term("tag", 'a "b" \\', "x,y"),
      term("value.date", ">=2022"),
      term(null, "value.date:2022"),
    ];
    expect(writeQuery(terms)).toBe(
      'status:open,in-progress -tag:print claimant:"S. Lavrov" "New START" -treaty statsu:open "status:open" ' +
        'tag:"a \\"b\\" \\\\","x,y" value.date:>=2022 "value.date:2022"',
    );
    expect(chipParts(not(term("claimant", "S. Lavrov")))).toEqual({ name: "-claimant", value: '"S. Lavrov"' });
  });

  it("takes a facet's value and gives it back, values of one key in one term", () => {
    let terms = toggle([term(null, "treaty")], "status", "open");
    terms = toggle(terms, "status", "in-review");
    terms = toggle(terms, "status", "dismissed", true);
    expect(writeQuery(terms)).toBe("treaty status:open,in-review -status:dismissed");
    expect(standOf(terms, "status", "OPEN")).toBe("asked");
    expect(standOf(terms, "status", "dismissed")).toBe("excluded");
    expect(standOf(terms, "verdict", "open")).toBe("free");
    expect(writeQuery(toggle(terms, "status", "open", true))).toBe("treaty status:in-review -status:dismissed,open");
    expect(writeQuery(toggle(toggle(terms, "status", "open"), "status", "in-review"))).toBe("treaty -status:dismissed");
  });

  it("knows a tag whether it is asked for whole or not, but no other name", () => {
    const asked = [term("tag", "Print"), term("claimant", "BBC")];
    expect(standOf(asked, "tag", "=print")).toBe("asked");
    expect(standOf(asked, "claimant", "=BBC")).toBe("free");
    expect(toggle(asked, "tag", "=print")).toEqual([term("claimant", "BBC")]);
    // No tag at all is not the tag of that name.
    expect(standOf([term("tag", "none")], "tag", "=none")).toBe("free");
  });

  it("holds a phrase in curly quotes together, as the engine does", () => {
    const asked = [term("status", "open"), term(null, "New START")];
    expect(writeQuery([term(null, "“Forty"), term("tag", "“x")])).toBe('"“Forty" tag:"“x"');
    expect(settle("status:open “New START”", asked)).toEqual({ chips: [asked[0]], rest: "“New START”" });
  });

  it("turns one chip round and leaves the others", () => {
    const [one, other] = [term("tag", "print"), term("tag", "print")];
    expect(writeQuery(flip([one, other], other))).toBe("tag:print -tag:print");
    expect(writeQuery(flip([not(one)], not(one)))).toBe("-tag:print");
  });

  it("makes chips of what is finished and leaves words as they were typed", () => {
    const open = term("status", "open");
    expect(settle("status:open ", [open])).toEqual({ chips: [open], rest: "" });
    expect(settle("status:open", [open])).toEqual({ chips: [], rest: "status:open" });
    expect(settle("status:open", [open], true)).toEqual({ chips: [open], rest: "" });
    expect(settle("a,b  status:open claimant:", [term(null, "a,b"), open])).toEqual({
      chips: [open],
      rest: "a,b claimant:",
    });
    const lavrov = term("claimant", "S. L");
    expect(settle('"New START" claimant:"S. L', [term(null, "New START"), lavrov])).toEqual({
      chips: [],
      rest: '"New START" claimant:"S. L',
    });
    expect(settle('claimant:"S. L" "New" ', [lavrov, term(null, "New")])).toEqual({ chips: [lavrov], rest: '"New" ' });
    expect(settle('-tag:print,"a b" x', [not(term("tag", "print", "a b")), term(null, "x")]).rest).toBe("x");
  });

  it("takes what is still being typed for nothing, as the engine does", () => {
    const open = term("status", "open");
    for (const rest of ["-", "--", "published:>", "-score:<=", "year:..", "status:,", "evidence:>="])
      expect(settle(`status:open ${rest}`, [open])).toEqual({ chips: [open], rest });
    const quoted = term("year", "..");
    expect(settle('year:".." ', [quoted])).toEqual({ chips: [quoted], rest: "" });
    expect(writeTerm(quoted)).toBe('year:".."');
    expect(settle("tag:> ", [term("tag", ">")]).chips).toHaveLength(1);
    expect(settle('claimant:="Ada Okafor",Li ', [term("claimant", "=Ada Okafor", "Li")]).chips).toHaveLength(1);
  });

  it("finds the term that a hint is about, counted in code points", () => {
    const [open, text] = [term("status", "open"), term(null, "colour:red")];
    const query = 'status:open "😀😀" kind: colour:red';
    const terms = [open, term(null, "😀😀"), text];
    expect(termAt(query, terms, 0)).toBe(open);
    expect(termAt(query, terms, query.indexOf("colour") - 2)).toBe(text);
    expect(termAt(query, terms, query.indexOf("kind") - 2)).toBeNull();
    expect(termAt(query, [open], 0)).toBeNull();
  });

  it("makes no chips where the engine read something else", () => {
    expect(settle("status:open ", [])).toEqual({ chips: [], rest: "status:open " });
  });
});
