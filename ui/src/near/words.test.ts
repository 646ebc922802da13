import { describe, expect, it } from "vitest";
import type { EarlierVerdict, NearClaim, Trait } from "../backend";
import { agreesWords, deedsFor, differsWords, earlierWords, noMerge, runs, takingOver } from "./words";

const OURS = "Sergei Lavrov and Antony Blinken spoke for 7 minutes on the sidelines of the meeting in Delhi.";
const THEIRS = "Mr Lavrov and Mr Blinken did not speak for 10 minutes.";
const texts = { ours: OURS, theirs: THEIRS };

const trait = (aspect: Trait["aspect"], ours: string, theirs = ours): Trait => ({ aspect, ours, theirs });
const agrees = (...traits: Trait[]): Pick<NearClaim, "agrees"> => ({ agrees: traits });
const differs = (...traits: Trait[]): Pick<NearClaim, "differs"> => ({ differs: traits });

describe("what two claims have in common", () => {
  it("names people and days first, and words that stand apart in the statement apart", () => {
    const found = agrees(
      trait("words", "spoke sidelines"),
      trait("date", "2 March 2023"),
      trait("name", "Sergei Lavrov Antony Blinken", "Lavrov Blinken"),
      trait("claimant", "Ann Reader"),
    );
    expect(agreesWords(found, texts)).toBe(
      "Sergei Lavrov, Antony Blinken\u00a0· said by Ann Reader\u00a0· 2 March 2023\u00a0· spoke, sidelines",
    );
  });

  it("gives both ways of writing a value where they are not the same", () => {
    expect(agreesWords(agrees(trait("value", "Some 35,000", "About 35,000")), texts)).toBe(
      "Some 35,000 (About 35,000)",
    );
    expect(agreesWords(agrees(trait("date", "MARCH 2023", "March 2023")), texts)).toBe("MARCH 2023");
  });

  it("gives six words of a long list, and all of them when asked", () => {
    const list = agrees(trait("words", "a b c d e f g h"));
    expect(agreesWords(list, { ours: "a, b, c d e f g h", theirs: "" })).toBe("a, b, c d e f…");
    expect(agreesWords(list, { ours: "a, b, c d e f g h", theirs: "" }, true)).toBe("a, b, c d e f g h");
    expect(agreesWords(agrees(), texts)).toBe("");
  });
});

describe("in what two claims differ", () => {
  it("says values, dates, negations and speakers before names, and other words last", () => {
    const found = differs(
      trait("words", "sidelines", "speak"),
      trait("name", "Delhi", ""),
      trait("claimant", "Lavrov", "Blinken"),
      trait("polarity", "", "not"),
      trait("date", "2 March", "3 March"),
      trait("value", "7 minutes", "10 minutes"),
    );
    expect(differsWords(found, texts)).toBe(
      "7 minutes ↔ 10 minutes\u00a0· 2 March ↔ 3 March\u00a0· “not” only there\u00a0· said by Lavrov ↔ Blinken\u00a0· Delhi only here\u00a0· sidelines ↔ speak",
    );
  });

  it("names the opposite of a word once", () => {
    const found = differs(trait("words", "price fell", "rose"), trait("polarity", "fell", "rose"));
    expect(differsWords(found, { ours: "The price fell.", theirs: "It rose." })).toBe(
      "“fell” ↔ “rose”\u00a0· price only here",
    );
  });

  it("gives three words of each side", () => {
    const found = differs(trait("words", "one two three four", "five six seven eight"));
    expect(differsWords(found, { ours: "one two three four", theirs: "five, six, seven, eight" })).toBe(
      "one two three… ↔ five, six, seven…",
    );
  });

  it("keeps words together only where they stand whole and side by side", () => {
    expect(runs("Lavrov Delhi", OURS)).toEqual(["Lavrov", "Delhi"]);
    expect(runs("US UN", "Russia, the US UN envoy")).toEqual(["US UN"]);
    expect(runs("New Delhi Nizhny Novgorod", "From New\nDelhi to Nizhny-Novgorod")).toEqual([
      "New Delhi",
      "Nizhny-Novgorod",
    ]);
    expect(runs("gone Delhi", OURS)).toEqual(["gone", "Delhi"]);
  });
});

describe("what is offered", () => {
  const earlier: EarlierVerdict = {
    verdict: "refuted",
    rating_name: null,
    at: new Date(2023, 2, 2, 12).getTime(),
    signed_off_by: "Ada Okafor",
    reasoned: true,
  };
  const claim = { ref: "DG-14", status: "open", verdict: null, rationale: " " } as const;

  const near = { earlier, contradicts: false };

  it("dates an earlier verdict, and says whether it is signed off", () => {
    expect(earlierWords(earlier)).toBe("Refuted, signed off by Ada Okafor, 2 Mar 2023");
    expect(earlierWords({ ...earlier, signed_off_by: null, rating_name: "Pants on fire" })).toBe(
      "Pants on fire, not signed off, edited 2 Mar 2023",
    );
  });

  it("takes a verdict over only where the claim has none and is accepted", () => {
    expect(takingOver(claim, near)).toEqual({ yes: true, why: null });
    expect(takingOver({ ...claim, status: "suggested" }, near)).toEqual({
      yes: false,
      why: "DG-14 is Suggested. Accept it first.",
    });
    expect(takingOver({ ...claim, verdict: "supported" }, near)).toBeNull();
    expect(takingOver({ ...claim, rationale: "It is so." }, near)).toBeNull();
    expect(takingOver(claim, { ...near, earlier: null })).toBeNull();
    expect(takingOver(claim, { ...near, contradicts: true })).toBeNull();
  });

  it("offers first what the two seem to be", () => {
    expect(deedsFor({ contradicts: false })[0]).toBe("merge");
    expect(deedsFor({ contradicts: true })[0]).toBe("contradicts");
    expect([...deedsFor({ contradicts: true })].sort()).toEqual([...deedsFor({ contradicts: false })].sort());
  });

  it("does not merge what is signed off", () => {
    expect(noMerge({ ref: "DG-14", status: "signed-off" })).toBe("DG-14 is signed off. Reopen it first.");
    expect(noMerge(claim)).toBeNull();
  });
});
