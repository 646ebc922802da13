// Reading one article: the coverage strip, sentences with nothing to check, moving among claims and their mentions.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { open } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const STATES = ["signed-off", "in-work", "not-checkable", "not-looked-at"] as const;
type Coverage = Record<(typeof STATES)[number], number>;

/** Opens the sample in the reader. */
async function read(page: Page, host: Host): Promise<void> {
  host.assay("import", SAMPLE);
  await page.goto(host.url);
  await page
    .getByRole("navigation")
    .first()
    .getByRole("button", { name: /Sample article/ })
    .click();
  await expect(page.locator(".read .p[data-start]").first()).toBeVisible();
}

const coverage = (host: Host) => (JSON.parse(host.assay("--json", "documents")) as { coverage: Coverage }).coverage;
const strip = (page: Page) => page.getByRole("slider", { name: "Coverage" });
const inspector = (page: Page) => page.getByRole("complementary").last();

/** The figures beside the key. */
async function figures(page: Page): Promise<number[]> {
  return (await page.locator("#coverage-key b").allTextContents()).map(Number);
}

test("the strip gives the coverage that the command line gives, and takes the article where it is clicked", async ({
  page,
  host,
  accessible,
}) => {
  await read(page, host);
  expect(await figures(page)).toEqual(STATES.map((state) => coverage(host)[state]));
  await accessible();

  const scroller = page.getByRole("region", { name: "Article" });
  const top = () => scroller.evaluate((element) => element.scrollTop);
  const box = await strip(page).boundingBox();
  if (!box) throw new Error("no strip");
  await page.mouse.click(box.x + 30, box.y + box.height - 2);
  await expect.poll(top).toBeGreaterThan(300);
  const low = await top();
  // The frame is taken hold of and drawn up.
  await page.mouse.move(box.x + 30, box.y + box.height - 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 30, box.y + box.height / 2, { steps: 4 });
  expect(await top()).toBeLessThan(low);
  await page.mouse.move(box.x + 30, box.y - 200, { steps: 4 });
  await page.mouse.up();
  expect(await top()).toBe(0);

  await strip(page).focus();
  await page.keyboard.press("End");
  await expect(strip(page)).toHaveAttribute("aria-valuetext", /^Sentence (\d+) of \1, /);
  await expect.poll(top).toBeGreaterThan(300);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await expect(strip(page)).toHaveAttribute("aria-valuetext", /^Sentence 2 of /);

  await page.setViewportSize({ width: 1100, height: 720 });
  await expect(page.locator("#coverage-key")).toBeHidden();
  await expect(strip(page)).toBeVisible();
});

test("Z says that a sentence holds nothing to check, and takes it back", async ({ page, host, accessible }) => {
  await read(page, host);
  const before = coverage(host);
  await page.getByText("I told the foreign minister").click({ position: { x: 8, y: 8 } });
  const meant = page.locator(".sno.meant");
  await expect(meant).toHaveCount(1);
  const number = await meant.getAttribute("data-n");
  const bar = page.locator(`.mini .line[title="S${number}"]`).first();
  const parts = bar.locator("i");

  await page.keyboard.press("z");
  await expect(parts.first()).toHaveClass(/nc/);
  await expect(page.locator(".sno.nothing")).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: `S${number}` })).toBeVisible();
  await accessible();
  await expect.poll(() => coverage(host)["not-checkable"]).toBe(before["not-checkable"] + 1);
  await expect.poll(() => figures(page)).toEqual(STATES.map((state) => coverage(host)[state]));

  await page.keyboard.press("z");
  await expect.poll(() => coverage(host)).toEqual(before);
  await expect(page.locator(".sno.nothing")).toHaveCount(0);

  // With the mouse: the number offers it.
  await meant.click();
  await page.getByRole("button", { name: /Nothing to check/ }).click();
  await expect(parts.first()).toHaveClass(/nc/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => coverage(host)).toEqual(before);
  await expect(parts.first()).not.toHaveClass(/nc/);
});

test("a mention and its claim are pointed at together, and the other mention is one key away", async ({
  page,
  host,
}) => {
  await read(page, host);
  const box = page.locator(".m[data-mention]", { hasText: "Sergey Lavrov (left)" }).first();
  await box.click();
  await expect(page.locator(".m.hand.b").first()).toBeVisible();
  const rows = inspector(page).getByRole("region", { name: "Mentions" }).locator("button.men");
  await expect(rows).toHaveCount(2);

  await rows.nth(0).hover();
  await expect(box).toHaveClass(/hover/);
  await box.hover();
  await expect(rows.nth(0)).toHaveClass(/pointed/);
  await expect(rows.nth(1)).not.toHaveClass(/pointed/);

  const second = page.locator(".m.hand[data-mention]", {
    hasText: "The last time",
  });
  await page.setViewportSize({ width: 1100, height: 720 });
  await expect(page.getByRole("button", { name: /Mention 2 of 2, sentence/ })).toBeVisible();
  await page.keyboard.press("n");
  await expect(second).toBeInViewport();
  await rows.nth(0).click();
  await expect(box).toBeInViewport();
});

test("U goes to the next claim that is not signed off, and J never moves what is in sight", async ({ page, host }) => {
  await read(page, host);
  const refs = host
    .assay("--json", "claims")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { ref: string }).ref);
  const [first = "", second = ""] = refs;
  host.assay("set", first, "status=open");
  host.assay("set", first, "status=in-progress", "verdict=supported");
  host.assay("evidence", "add", first, "--stance", "supports", "--title", "A page", "--primary");
  host.assay("set", first, "rationale=So it says [1].");
  host.assay("sign-off", first);
  await expect(page.locator(".m.signed").first()).toBeVisible();
  const top = () => page.locator(".read").evaluate((element) => element.scrollTop);
  await page.keyboard.press("j");
  await expect(inspector(page)).toContainText(first);
  expect(await top()).toBe(0);
  await page.keyboard.press("u");
  await expect(inspector(page)).toContainText(second);
  await page.keyboard.press("k");
  await expect(inspector(page)).toContainText(first);
});

test("a document that was deleted elsewhere comes back with its undo", async ({ page, host }) => {
  await read(page, host);
  const other = await page.context().newPage();
  await other.goto(host.url);
  await other.getByRole("navigation").first().getByRole("button", { name: /Library/ }).click();
  await other.getByRole("button", { name: "More" }).last().click();
  await other.getByRole("menuitem", { name: /Delete/ }).click();
  await expect(page.getByText("This document is no longer here")).toBeVisible();
  await other.keyboard.press("Control+z");
  await expect(page.locator(".read .p[data-start]").first()).toBeVisible();
});

test("a new claim is made once however often its key is pressed, and a form given up gives the words back", async ({
  page,
  host,
}) => {
  await read(page, host);
  const selected = () => page.evaluate(() => getSelection()?.toString());
  await page.getByText("downplaying the exchange").dblclick();
  await expect.poll(selected).toMatch(/\w/);
  const words = await selected();
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: /Create claim/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /Create claim/ })).toBeHidden();
  await expect.poll(selected).toBe(words);

  const claims = () => host.assay("--json", "claims").trim().split("\n").length;
  const before = claims();
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: /Create claim/ })).toBeVisible();
  await page.evaluate(() => {
    // Both before the first one is answered.
    const press = () =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
      );
    press();
    press();
  });
  await expect(page.getByRole("button", { name: /Create claim/ })).toBeHidden();
  expect(claims()).toBe(before + 1);
});

test("each claim that comes up is in sight to its end", async ({ page, host }) => {
  await read(page, host);
  await page.setViewportSize({ width: 1100, height: 720 });
  const frame = await page.getByRole("region", { name: "Article" }).boundingBox();
  if (!frame) throw new Error("no article");
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press("j");
    await expect
      .poll(async () => {
        const mentions = await page.locator(".m.hand").evaluateAll((boxes: HTMLElement[]) =>
          boxes.map((box) => ({ bottom: box.getBoundingClientRect().bottom, first: "mention" in box.dataset })),
        );
        const one = mentions.filter(({ first }) => first).length === 1;
        const low = Math.max(...mentions.map(({ bottom }) => bottom));
        return mentions.length > 0 && (!one || low <= frame.y + frame.height);
      })
      .toBe(true);
  }
});

test("a title and a publisher without end leave room for the article", async ({ page, host }) => {
  const file = join(host.home.folder, "endless.txt");
  writeFileSync(file, "The first paragraph says that 12 people came.\n\nThe second one says nothing.\n");
  const endless = ["--title", "Title".repeat(400), "--publisher", "Publisher".repeat(200)];
  host.assay("import", file, ...endless);
  await open(page, host);
  for (const [width, height] of [
    [1440, 900],
    [1100, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(page.getByText("The first paragraph says")).toBeInViewport();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".read, .read .doc-head, .read .doc-head .meta, .main .bar")]
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => one.className),
    );
    expect(wide).toEqual([]);
    // What the bar has to offer is in sight still.
    await expect(page.getByRole("button", { name: "Compare with…" })).toBeInViewport({ ratio: 1 });
  }
});

test("the locator of a mention out of sight is not hidden by what is said at the foot", async ({ page, host }) => {
  const file = join(host.home.folder, "far.txt");
  const between = Array.from({ length: 60 }, (_, index) => `Row ${index + 3} was empty and the lights were on.`);
  writeFileSync(file, ["The fund grew by 12 per cent.", ...between, "It grew by a fifth."].join("\n\n"));
  host.assay("import", file, "--no-find");
  const made = host.assay("--json", "claim", "add", "--document", "D1", "--quote", "The fund grew", "--statement", "It grew.");
  const { ref } = JSON.parse(made) as { ref: string };
  host.assay("mention", "add", ref, "--document", "D1", "--quote", "It grew by a fifth");
  await open(page, host);
  await page.keyboard.press("j");
  const locator = page.getByRole("button", { name: /^Mention 2 of 2/ });
  await expect(locator).toBeVisible();
  await page.keyboard.press("p");
  const toast = page.locator(".toast").first();
  await expect(toast).toBeVisible();
  const boxes = async () => [await locator.boundingBox(), await toast.boundingBox()];
  await expect
    .poll(async () => {
      const [low, high] = await boxes();
      return low && high ? low.y - (high.y + high.height) : 0;
    })
    .toBeGreaterThanOrEqual(0);
  await locator.click();
  await expect(page.getByRole("region", { name: "Article" }).getByText("It grew by a fifth")).toBeInViewport();
});

test("a key pressed before the text has come is not lost", async ({ page, host }) => {
  await page.route("**/call", async (route) => {
    if (route.request().postData()?.includes('"documents.get"')) await new Promise((go) => setTimeout(go, 700));
    await route.continue();
  });
  host.assay("import", SAMPLE);
  await page.goto(host.url);
  await page.getByRole("navigation").first().getByRole("button", { name: /Sample article/ }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page.locator(".p[data-start]")).toHaveCount(0);
  await expect(inspector(page)).toContainText("2 of");
  await expect(page.locator(".m.hand.open").first()).toBeInViewport();
});
