import { render } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { Mark } from "../backend";
import type { SetBlock, Shown } from "./article";
import Paragraph from "./Paragraph.svelte";

const TEXT = " The two met 😀 at the  summit in Delhi, on Thursday.\nThey left.";

function mark(key: number, words: string, more: Partial<Mark> = {}): Mark {
  const start = 100 + [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return {
    key,
    id: `${key}`,
    label: `Claim ${key}`,
    status: "open",
    verdict: null,
    start,
    end: start + [...words].length,
    ...more,
  };
}

const sentence = (number: number, start: number): SetBlock["sentences"][number] => ({
  number,
  start: 100 + start,
  end: 100 + start + 5,
  block: "paragraph",
  score: 0,
  nothing_to_check: false,
  coverage: "in-work",
});

const MARKS = [
  mark(6, "The two met 😀 at the  summit in Delhi, on Thursday", { status: "signed-off", verdict: "supported" }),
  mark(7, "the  summit in Delhi", { verdict: "refuted" }),
];

function draw(hand: number | null = null, shown: Shown = "all"): HTMLElement {
  const block = { kind: "paragraph", start: 100, end: 100 + [...TEXT].length, lead: "", text: TEXT } as const;
  const set = { block, marks: MARKS, sentences: [sentence(8, 1), sentence(9, 50)], continues: false };
  const name = (one: Mark): string => one.label;
  const { container } = render(Paragraph, { set, shown, hand, pointed: null, name });
  return container.querySelector<HTMLElement>("[data-start]") ?? container;
}

/** The words in the boxes of a claim. */
function marked(block: HTMLElement, key: number): string {
  const boxes = [...block.querySelectorAll<HTMLElement>(`[data-claim="${key}"]`)];
  return boxes.map((box) => box.textContent).join("");
}

describe("a block of the article", () => {
  it("holds the text verbatim and nothing else", () => {
    expect(draw().textContent).toBe(TEXT);
    expect(draw(7).textContent).toBe(TEXT);
  });

  it("boxes exactly the words of each claim, the long one outermost", () => {
    const block = draw();
    expect(marked(block, 6)).toBe("The two met 😀 at the  summit in Delhi, on Thursday");
    expect(marked(block, 7)).toBe("the  summit in Delhi");
    const inner = block.querySelector('[data-claim="7"]');
    expect(inner?.parentElement?.dataset["claim"]).toBe("6");
    expect(inner?.className).toContain("m open ref");
    expect(inner?.parentElement?.className).toContain("m signed sup l1");
  });

  it("puts the claim in hand between brackets at its true ends", () => {
    const boxes = [...draw(6).querySelectorAll<HTMLElement>('[data-claim="6"].hand')];
    expect(boxes.filter((box) => box.classList.contains("b")).map((box) => box.textContent)).toEqual([
      "The two met 😀 at ",
    ]);
    expect(boxes.filter((box) => box.classList.contains("e")).map((box) => box.textContent)).toEqual([" on Thursday"]);
  });

  it("draws a sign for each claim, filled once it is signed off", () => {
    const signs = [...draw().querySelectorAll(".ga > svg")].map((svg) => svg.getAttribute("class"));
    expect(signs).toHaveLength(2);
    expect(signs[0]).toContain("v-ref");
    expect(signs[1]).toContain("v-sup");
  });

  it("marks only what is to do, or nothing but the claim in hand", () => {
    expect(marked(draw(null, "to-do"), 6)).toBe("");
    expect(marked(draw(null, "to-do"), 7)).not.toBe("");
    expect(draw(null, "none").querySelector(".m")).toBeNull();
    expect(marked(draw(6, "none"), 6)).not.toBe("");
  });

  it("numbers its sentences, and is reached by the keyboard once a mention", () => {
    const block = draw();
    expect([...block.querySelectorAll<HTMLElement>(".sno")].map((sno) => sno.dataset["n"])).toEqual(["8", "9"]);
    expect([...block.querySelectorAll<HTMLElement>("[tabindex]")].map((box) => box.getAttribute("aria-label"))).toEqual(
      ["Claim 6", "Claim 7"],
    );
  });
});
