import { expect, test } from "../support/test.ts";

test("the page opens, keeps to its policy and can be used by everybody", async ({ page, host, accessible }) => {
  await page.goto(host.url);
  await expect(page).toHaveTitle(/Assay/);
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await accessible();
});

test("the page opens in the dark, where contrast must hold too", async ({ page, host, accessible }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(host.url);
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await accessible();
});
