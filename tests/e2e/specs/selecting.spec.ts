// Selecting words by hand: past the ends of lines and of panes, in marks, all at once, and with little room for the bar.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Locator, type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { read } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const article = (page: Page): Locator =>
  page.getByRole("region", { name: "Article", exact: true });
const bar = (page: Page): Locator =>
  page.getByRole("toolbar", { name: "Selected text" });
const selected = (page: Page): Promise<string> =>
  page.evaluate(() => getSelection()?.toString() ?? "");

/** The words of a text on the screen: their box, and the line that they begin in, from its first to its last letter, px. */
async function words(
  region: Locator,
  sought: string,
): Promise<{ left: number; right: number; y: number }> {
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
async function column(
  region: Locator,
): Promise<{ left: number; right: number }> {
  return region.evaluate((root) => {
    const { left, right } = root
      .querySelector("[data-start]")!
      .getBoundingClientRect();
    return { left, right };
  });
}

/** The last word of the line of a text at a height, and the first. */
async function lineAt(
  region: Locator,
  y: number,
): Promise<{ first: string; last: string }> {
  const { left, right } = await column(region);
  return region.evaluate(
    (_, [left, right, y]) => {
      const word = (x: number, step: number): string => {
        for (let at = x; at > left && at < right; at += step) {
          const place = document.caretRangeFromPoint(at, y);
          const rest =
            place?.startContainer instanceof Text
              ? place.startContainer.data
              : "";
          const [, head = ""] =
            /(\S*)\s*$/u.exec(rest.slice(0, place?.startOffset)) ?? [];
          const [, tail = ""] =
            /^\s*(\S*)/u.exec(rest.slice(place?.startOffset)) ?? [];
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

test("a drag past the end of a line ends in that line, wherever the pointer goes", async ({
  page,
  host,
}) => {
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
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(resolve)),
        ),
    );
    const during = await selected(page);
    expect([
      end,
      during.startsWith("lasted less"),
      during.trim().endsWith(last),
      during.length < 100,
    ]).toEqual([end, true, true, true]);
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
    expect([end, words.trim().startsWith(first), words.length < 100]).toEqual([
      end,
      true,
      true,
    ]);
    await page.keyboard.press("Escape");
    await expect(bar(page)).toBeHidden();
  }
});

test("a drag out of one document ends in it, not in the one beside", async ({
  page,
  host,
}) => {
  const file = join(host.home.folder, "remarks.txt");
  writeFileSync(
    file,
    Array.from(
      { length: 30 },
      (_, n) => `The hall had ${n + 3} doors in it.`,
    ).join("\n\n"),
  );
  host.assay("import", file);
  await read(page, host);
  await page.keyboard.press("d");
  await page.getByRole("option").first().click();
  const other = page.locator(".beside .read");
  await expect(other.locator("[data-start]").first()).toBeVisible();
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
