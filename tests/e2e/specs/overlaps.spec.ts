// Claims over the same words: each has an underline of its own, however many there are.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "../support/test.ts";
import { open } from "../support/reading.ts";

const WORDS = "the talks in the old capital of the northern province ended on Thursday night without any result".split(
  " ",
);
const BEFORE =
  "Nobody had thought that it would come to this, and for a long time nobody said a word of it to the others.";
const AFTER =
  "The delegates went home, and what they had said to one another was never written down by anybody at all.";
const MANY = 9;

test("nine claims over the same words have nine underlines, and the lines around stay clear of them", async ({
  page,
  host,
  accessible,
}) => {
  const file = join(host.home.folder, "overlaps.txt");
  const plain = Array.from({ length: 12 }, () => `${BEFORE} ${AFTER}`);
  writeFileSync(file, ["Overlaps", `${BEFORE} And so ${WORDS.join(" ")}. ${AFTER} ${BEFORE}`, ...plain].join("\n\n"));
  host.assay("import", file, "--no-find");
  // From the middle outwards, so that all cover the words in the middle.
  for (let claim = 0; claim < MANY; claim += 1) {
    const quote = WORDS.slice(MANY - 1 - claim, WORDS.length - (MANY - 1 - claim)).join(" ");
    host.assay("claim", "add", "--document", "D1", "--quote", quote, "--statement", `Claim ${claim + 1}.`);
  }
  await open(page, host);
  await expect(page.locator(".m")).not.toHaveCount(0);

  const underlines = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll<HTMLElement>(".m")];
      const deepest = boxes.findLast((box) => box.querySelectorAll(".m").length === 0 && box.closest("[data-start]"));
      const all: number[] = [];
      // The words that all cover: every box from the innermost outwards.
      const inner = boxes.reduce((one, other) => (depth(other) > depth(one) ? other : one), deepest ?? boxes[0]!);
      for (let box: HTMLElement | null = inner; box; box = box.parentElement?.closest<HTMLElement>(".m") ?? null)
        all.push(Math.round(box.getClientRects()[0]!.bottom * 10) / 10);
      return all;
      function depth(box: HTMLElement): number {
        const outer = box.parentElement?.closest<HTMLElement>(".m");
        return outer ? depth(outer) + 1 : 0;
      }
    });
  const lanes = await underlines();
  expect(lanes).toHaveLength(MANY);
  const apart = lanes.slice(1).map((bottom, index) => bottom - lanes[index]!);
  expect(Math.min(...apart), lanes.join(" ")).toBeGreaterThanOrEqual(3);

  // No underline lies over letters of another line: the deepest ends above where those of the next line begin.
  const clear = await page.evaluate(() => {
    const block = document.querySelector(".m")!.closest("[data-start]")!;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const lines: DOMRect[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      lines.push(...range.getClientRects());
    }
    // A capital's height is about two thirds of the size of the letters, and stands on the base line.
    const size = parseFloat(getComputedStyle(block).fontSize);
    const gaps: number[] = [];
    for (const box of block.querySelectorAll(".m"))
      for (const { left, right, top, bottom } of box.getClientRects()) {
        const next = lines.filter((line) => line.top > top + 10);
        const below = next.filter((line) => line.left < right && line.right > left).map((line) => line.top);
        if (below.length > 0) gaps.push(Math.min(...below) + 0.3 * size - bottom);
      }
    return Math.min(...gaps);
  });
  expect(clear).toBeGreaterThanOrEqual(-1);
  await accessible();

  // The number of the first sentence stands at its line, and a line with few claims is no higher than others.
  const first = await page.evaluate(() => {
    const block = document.querySelector(".m")!.closest("[data-start]")!;
    const number = block.querySelector(".sno")!.getBoundingClientRect();
    const range = document.createRange();
    range.setStart(document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!, 0);
    range.setEnd(range.startContainer, 1);
    const letter = range.getBoundingClientRect();
    return Math.abs(number.top + number.height / 2 - letter.top - letter.height / 2);
  });
  expect(first).toBeLessThanOrEqual(1);
  const others = page.locator("[data-start]").nth(2);
  const height = await others.evaluate((block) => block.getBoundingClientRect().height / 28);
  expect(height).toBe(Math.round(height));
});

test("claims made over words above leave what is looked at where it is, though the lines get higher", async ({
  page,
  host,
}) => {
  const file = join(host.home.folder, "overlaps.txt");
  const plain = Array.from({ length: 60 }, (_, index) => `${BEFORE} That was the ${index + 3}th day. ${AFTER}`);
  writeFileSync(file, ["Overlaps", `And so ${WORDS.join(" ")}.`, ...plain].join("\n\n"));
  host.assay("import", file, "--no-find");
  await open(page, host);
  const region = page.getByRole("region", { name: "Article" });
  // The block of the claims is drawn still, above what is seen.
  await region.evaluate((element) => (element.scrollTop = 500));
  await page.waitForTimeout(400);
  const seen = page.locator("[data-start]", { hasText: "the 8th day" });
  const top = () => seen.evaluate((block) => block.getBoundingClientRect().top);
  const before = await top();
  for (let claim = 0; claim < 8; claim += 1) {
    const quote = WORDS.slice(7 - claim, WORDS.length - (7 - claim)).join(" ");
    host.assay("claim", "add", "--document", "D1", "--quote", quote, "--statement", `Claim ${claim + 1}.`);
  }
  await expect(page.locator(".m.deep").first()).toBeAttached();
  await page.waitForTimeout(400);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});
