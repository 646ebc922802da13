// Selecting words by hand: past the ends of lines and of panes, in marks, all at once, and with little room for the bar.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { read } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const article = (page: Page): Locator => page.getByRole("region", { name: "Article", exact: true });
const bar = (page: Page): Locator => page.getByRole("toolbar", { name: "Selected text" });
const selected = (page: Page): Promise<string> => page.evaluate(() => getSelection()?.toString() ?? "");

/** The words of a text on the screen: their box, and the line that they begin in, from its first to its last letter, px. */
async function words(region: Locator, sought: string): Promise<{ left: number; right: number; y: number }> {
  return region.evaluate((root, sought) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").indexOf(sought);
      if (at === -1 || !node.parentElement?.closest("[data-start]")) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + sought.length);
      const rect = range.getClientRects()[0]!;
      return {
        left: rect.left,
        right: rect.right,
        y: (rect.top + rect.bottom) / 2,
      };
    }
    throw new Error(`“${sought}” is not drawn in one piece`);
  }, sought);
}

/** Where the column of a text ends at the left and at the right, px. */
async function column(region: Locator): Promise<{ left: number; right: number }> {
  return region.evaluate((root) => {
    const { left, right } = root.querySelector("[data-start]")!.getBoundingClientRect();
    return { left, right };
  });
}

/** The last word of the line of a text at a height, and the first. */
async function lineAt(region: Locator, y: number): Promise<{ first: string; last: string }> {
  const { left, right } = await column(region);
  return region.evaluate(
    (_, [left, right, y]) => {
      const word = (x: number, step: number): string => {
        for (let at = x; at > left && at < right; at += step) {
          const place = document.caretRangeFromPoint(at, y);
          const rest = place?.startContainer instanceof Text ? place.startContainer.data : "";
          const [, head = ""] = /(\S*)\s*$/u.exec(rest.slice(0, place?.startOffset)) ?? [];
          const [, tail = ""] = /^\s*(\S*)/u.exec(rest.slice(place?.startOffset)) ?? [];
          const found = step < 0 ? head : tail;
          if (found) return found;
        }
        throw new Error("no word");
      };
      return { first: word(left + 2, 2), last: word(right - 2, -2) };
    },
    [left, right, y] as const,
  );
}

test("a drag past the end of a line ends in that line, wherever the pointer goes", async ({ page, host }) => {
  await read(page, host);
  const { left: x, y } = await words(article(page), "lasted less");
  const { left, right } = await column(article(page));
  const { last, first } = await lineAt(article(page), y);
  const ends = [right + 1, right + 8, right + 60, 1300, 1439];
  for (const end of ends) {
    await page.mouse.move(x + 1, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 2 });
    await page.mouse.move(end, y, { steps: 3 });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const during = await selected(page);
    expect([end, during.startsWith("lasted less"), during.trim().endsWith(last), during.length < 100]).toEqual([
      end,
      true,
      true,
      true,
    ]);
    await page.mouse.up();
    expect([end, await selected(page)]).toEqual([end, during]);
    await expect(bar(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
  }
  for (const end of [left - 4, left - 40, 100, 2]) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 30, y, { steps: 2 });
    await page.mouse.move(end, y, { steps: 3 });
    await page.mouse.up();
    const words = await selected(page);
    expect([end, words.trim().startsWith(first), words.length < 100]).toEqual([end, true, true]);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
  }
});

/** The sample in the reader with a source beside it. Gives the source's text. */
async function beside(page: Page, host: Host): Promise<Locator> {
  const file = join(host.home.folder, "remarks.txt");
  writeFileSync(file, Array.from({ length: 30 }, (_, n) => `The hall had ${n + 3} doors in it.`).join("\n\n"));
  host.assay("import", file);
  await read(page, host);
  await page.keyboard.press("d");
  await page.getByRole("option").first().click();
  const other = page.locator(".beside .read");
  await expect(other.locator("[data-start]").first()).toBeVisible();
  return other;
}

test("a drag out of one document ends in it, not in the one beside", async ({ page, host }) => {
  const other = await beside(page, host);
  const { left, y } = await words(article(page), "Antony Blinken");
  const { left: there } = await column(other);
  await page.mouse.move(left + 1, y);
  await page.mouse.down();
  await page.mouse.move(left + 30, y, { steps: 2 });
  await page.mouse.move(there + 60, y, { steps: 4 });
  await page.mouse.up();
  expect((await selected(page)).length).toBeLessThan(80);
  expect(await selected(page)).not.toContain("hall");
});

/** The first claim with a mark in the sample in hand. Gives its reference. */
async function takeFirst(page: Page): Promise<string> {
  await article(page).focus();
  await page.keyboard.press("j");
  await expect(page.locator(".read .m.hand").first()).toBeVisible();
  const label = await page.locator(".read .m.hand[aria-label]").first().getAttribute("aria-label");
  return label?.split(",")[0] ?? "";
}

const mentions = (host: Host, ref: string): string[] =>
  (
    JSON.parse(host.assay("--json", "show", ref)) as {
      mentions: { exact: string }[];
    }
  ).mentions.map(({ exact }) => exact);

test("a double click on a word in another claim's mark leaves the claim in hand", async ({ page, host }) => {
  await read(page, host);
  const ref = await takeFirst(page);
  const other = page.locator(".read .m:not(.hand)", { hasText: "Whelan" }).first();
  await expect(other).toBeVisible();
  for (const [word, clicks] of [
    ["Whelan", 2],
    ["sidelines", 3],
  ] as const) {
    const { left, right, y } = await words(article(page), word);
    await page.mouse.click((left + right) / 2, y, { clickCount: clicks });
    await expect(bar(page)).toBeVisible();
    await page.keyboard.press("m");
    await expect.poll(() => mentions(host, ref).some((one) => one.includes(word))).toBe(true);
    await expect(page.getByRole("complementary").last()).toContainText(ref);
  }
  expect(mentions(host, ref)).toContain("Whelan");
  // A single click still takes the claim of the mark.
  const { left, right, y } = await words(article(page), "face-to-face");
  await page.mouse.click((left + right) / 2, y);
  await expect(page.locator(".read .m.hand", { hasText: "face-to-face" }).first()).toBeVisible();
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 1100, height: 720 },
])
  test(`the bar has room beside another document, ${size.width} px wide`, async ({ page, host, accessible }) => {
    await beside(page, host);
    await takeFirst(page);
    await page.setViewportSize(size);
    // The article keeps its place while its lines are broken anew.
    await page.waitForTimeout(400);
    for (const sought of ["Secretary", "aggression"]) {
      const { left, right, y } = await words(article(page), sought);
      await page.mouse.dblclick((left + right) / 2, y);
      await expect(bar(page)).toBeVisible();
      const within = await article(page).evaluate((read) => {
        const frame = read.getBoundingClientRect();
        const parts = [...read.querySelectorAll(".float, .float button, .float .k")];
        return parts.every((part) => {
          const box = part.getBoundingClientRect();
          return box.width > 0 && box.left >= frame.left && box.right <= frame.right;
        });
      });
      expect(within).toBe(true);
      const use = bar(page).getByRole("button", { name: "Use as evidence" });
      await expect(use.locator(".k")).toHaveText("E");
      await expect(use).toBeInViewport({ ratio: 1 });
    }
    await accessible();
    // With one document there is room for the names.
    await page.getByRole("button", { name: "Close the document beside" }).click();
    await page.waitForTimeout(400);
    const { left, right, y } = await words(article(page), "Secretary");
    await page.mouse.dblclick((left + right) / 2, y);
    const name = bar(page).locator(".name").last();
    await expect.poll(async () => (await name.boundingBox())?.width ?? 0).toBeGreaterThan(50);
  });

test("Ctrl A selects the text of the article alone, and offers nothing for it", async ({ page, host, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await read(page, host);
  for (const at of ["article", "sidebar"]) {
    if (at === "article") await article(page).focus();
    else await page.locator(".side-docs .nav").first().focus();
    await page.keyboard.press("Control+a");
    await expect.poll(() => selected(page)).toContain("end this war of aggression");
    const [inside, outside] = await page.evaluate(() => {
      const range = getSelection()!.getRangeAt(0);
      const blocks = document.querySelector(".read .blocks")!;
      const others = [...document.querySelectorAll(".strip, .side, .bar, .insp, [role=complementary]")];
      return [blocks.contains(range.commonAncestorContainer), others.some((one) => range.intersectsNode(one))];
    });
    expect([at, inside, outside]).toEqual([at, true, false]);
    await expect(bar(page)).toBeHidden();
    // Esc lets go of it and stays here.
    await page.keyboard.press("Escape");
    expect(await selected(page)).toBe("");
    await expect(article(page)).toBeVisible();
  }
});

test("after a new claim, the keyboard is in the article and not on another claim's mark", async ({ page, host }) => {
  await read(page, host);
  const ref = await takeFirst(page);
  await page.locator(".read .m[data-mention]", { hasText: "sidelines" }).first().focus();
  const { left, right, y } = await words(article(page), "sidelines");
  await page.mouse.dblclick((left + right) / 2, y);
  await expect(bar(page)).toBeVisible();
  await page.locator(".read .m[data-mention]", { hasText: "sidelines" }).first().focus();
  await page.keyboard.press("c");
  await expect(page.getByRole("textbox", { name: "Statement" })).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(article(page)).toBeFocused();
  const made = page.locator(".read .m.hand", { hasText: /^sidelines$/ });
  await expect(made).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(200);
  await expect(made).toBeVisible();
  await expect(page.getByRole("complementary").last()).not.toContainText(ref);
});

test("a claim whose first line is cut by the edge of the pane is brought into sight", async ({ page, host }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await read(page, host);
  await takeFirst(page);
  await page.keyboard.press("j");
  await expect(page.locator(".read .m.hand").first()).toBeVisible();
  await page.waitForTimeout(400);
  const top = () =>
    page.evaluate(() => {
      const mark = document.querySelector(".read .m.hand")!.getClientRects()[0]!;
      return mark.top - document.querySelector(".read")!.getBoundingClientRect().top;
    });
  const claim = await page.locator(".read .m.hand").first().getAttribute("data-claim");
  // The claim after it is taken, and the text is scrolled so that the edge cuts the first line of the one before.
  await page.keyboard.press("j");
  await expect(page.locator(`.read .m.hand[data-claim="${claim}"]`)).toHaveCount(0);
  await page.waitForTimeout(400);
  await page.evaluate((claim) => {
    const read = document.querySelector(".read")!;
    const mark = document.querySelector(`.read .m[data-claim="${claim}"]`)!.getClientRects()[0]!;
    read.scrollTop += mark.top - read.getBoundingClientRect().top + 11;
  }, claim);
  await page.waitForTimeout(300);
  await page.keyboard.press("k");
  await expect(page.locator(`.read .m.hand[data-claim="${claim}"]`).first()).toBeVisible();
  await expect.poll(top).toBeGreaterThan(0);
});

test("words of a document that makes the claim are allowed as evidence, with a word about it", async ({
  page,
  host,
  accessible,
}) => {
  const other = await beside(page, host);
  await takeFirst(page);
  const note = page.getByRole("form", { name: "New evidence" }).getByText("The claim itself stands in this document.");
  const there = await words(other, "hall");
  await page.mouse.dblclick((there.left + there.right) / 2, there.y);
  await page.keyboard.press("e");
  await expect(page.getByRole("form", { name: "New evidence" })).toBeVisible();
  await expect(note).toBeHidden();
  await page.keyboard.press("Escape");
  const here = await words(article(page), "sidelines");
  await page.mouse.dblclick((here.left + here.right) / 2, here.y);
  await page.keyboard.press("e");
  await expect(note).toBeVisible();
  await accessible();
});
