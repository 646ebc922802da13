import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Claim, Mention } from "../backend";
import { wordDifference } from "../text/wordDifference";
import { closest, comparable, sameWordsLine } from "./compare";
import QuoteDifference from "./QuoteDifference.svelte";

const mention = (exact: string): Mention => ({ exact }) as Mention;
const claim = (mode: Claim["mode"], ...exact: string[]): Pick<Claim, "mode" | "mentions"> => ({
  mode,
  mentions: exact.map(mention),
});

describe("comparing evidence with the article", () => {
  it("takes the mention that is most like the quote", () => {
    const mentions = [mention("The two met briefly in Delhi"), mention("a just and lasting peace")];
    expect(closest(mentions, "a just and durable peace")?.mention.exact).toBe("a just and lasting peace");
    expect(closest([], "peace")).toBeNull();
  });

  it("compares only what is alike, and asks less where the article quotes", () => {
    const source = "He was asked about the talks and said that nobody would be sent to the front.";
    expect(comparable(claim("quote", "The two met briefly in Delhi"), source)).toBeNull();
    expect(comparable(claim("quote", "a just and lasting peace"), "a just and durable peace")).not.toBeNull();
    const half = ["we want quick peace now", "we need just peace soon"] as const;
    expect(comparable(claim("part", half[0]), half[1])).not.toBeNull();
    expect(comparable(claim("own", half[0]), half[1])).toBeNull();
    // One chance word is no likeness, a whole quote of one word is.
    expect(comparable(claim("quote", "the war"), "the peace")).toBeNull();
    expect(comparable(claim("part", "irresponsible"), "“Irresponsible.”")).not.toBeNull();
  });

  it("says that the words are the same, and which marks differ", () => {
    const line = (one: string, other: string): string => sameWordsLine(wordDifference(one, other));
    expect(line("peace now", "peace now")).toBe("Same words");
    expect(line("Peace now", "peace now")).toBe("Same words; case differs");
    expect(line("“Peace — now”, he said", '"peace - now", he said')).toBe(
      "Same words; case, quotation marks and dashes differ",
    );
    expect(line("peace now", "we have said again and again: peace now")).toBe("Same words as far as both go");
    expect(line("peace", "war")).toBe("");
  });

  it("shows one line, and both quotes on request, with the words for who cannot see the strokes", async () => {
    const difference = wordDifference("a just and lasting peace", "a just and durable peace");
    const { container } = render(QuoteDifference, { difference });
    const line = screen.getByRole("button", { expanded: false });
    expect(line.textContent.replace(/\s+/g, " ")).toContain("Differs: lasting / durable");
    expect(line.querySelector(".vh")?.textContent).toBe("“lasting” in the article, “durable” in the source");
    expect(container.querySelector("dl")?.hidden).toBe(true);
    await userEvent.setup().click(line);
    expect(line.getAttribute("aria-expanded")).toBe("true");
    expect(container.querySelector("dl")?.hidden).toBe(false);
    const [one, other] = [...container.querySelectorAll("dd")].map((dd) => dd.textContent.trim());
    expect([one, other]).toEqual(["a just and lasting peace", "a just and durable peace"]);
    expect([container.querySelector("del")?.textContent, container.querySelector("ins")?.textContent]).toEqual([
      "lasting",
      "durable",
    ]);
  });

  it("shows markup in a quote as text", () => {
    const { container } = render(QuoteDifference, {
      difference: wordDifference("he said <b>no</b> twice", "he said <img src=x onerror=alert(1)> twice"),
      whole: true,
    });
    expect(container.querySelector("img, b")).toBeNull();
    expect(container.querySelectorAll("dd")[1]?.textContent).toContain("<img src=x onerror=alert(1)>");
  });
});
