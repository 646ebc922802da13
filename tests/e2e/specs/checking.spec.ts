import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "../support/test.ts";

test("the first start offers the sample, and its claims can be filtered and decided", async ({ page, host, accessible }) => {
  await page.goto(host.url);
  await page.getByRole("button", { name: "Open the sample article" }).click();
  const rows = page.locator("[role=row].gr:not(.hd)");
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  expect(all).toBeGreaterThan(10);
  await accessible();

  await page.keyboard.press("/");
  await page.keyboard.type("10 minutes");
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  // The row of the claim in hand is yellow, also under the mouse.
  await expect(rows.first()).toHaveClass(/cursor/);
  const ground = (): Promise<string> => rows.first().evaluate((row) => getComputedStyle(row).backgroundColor);
  const yellow = await ground();
  await rows.first().hover();
  expect(await ground()).toBe(yellow);
  await page.keyboard.press("1");
  await expect(page.getByText("is Suggested. Accept it first.")).toBeVisible();
  await page.keyboard.press("o");
  await page.keyboard.press("1");
  await expect(rows.first()).toContainText("Supported");
  expect(host.assay("--json", "claims", "10 minutes")).toContain('"verdict":"supported"');
});

test("the reader marks the claim in hand and keeps the text as it is", async ({ page, host, accessible }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(host.url);
  await page.getByRole("button", { name: "Open the sample article" }).click();
  await expect(page.locator("[role=row].gr:not(.hd)").first()).toBeVisible();
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  // The first is in hand before the next is gone to.
  await expect(page.getByRole("complementary").last()).toContainText("TE-1");
  await page.keyboard.press("j");
  await expect(page.getByRole("complementary").last()).toContainText("TE-2");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Russian Foreign Ministry spokeswoman").first()).toBeVisible();
  await expect(page.locator(".m.hand, .hand").first()).toBeVisible();
  await accessible();
});

test("markup in any field is text", async ({ page, host }) => {
  const nasty = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>{{7*7}}`;
  await page.goto(host.url);
  const title = `A title ${nasty}`;
  const file = join(host.home.folder, "nasty.txt");
  writeFileSync(file, `${title}\n\nThe budget rose by 12 per cent in 2020, ${nasty} he said.\n`);
  host.assay("import", file);
  await expect(page.getByText("A title <img").first()).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator("[role=row].gr:not(.hd)").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.getByText("onerror=").first()).toBeVisible();
  await expect(page).toHaveTitle(/Assay/);
  expect(await page.locator("main img, main script").count()).toBe(0);
});
