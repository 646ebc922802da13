// Suggested claims are gone through one by one with a key each.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { read } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const line = (page: Page) => page.getByRole("group", { name: "Suggestions" });
const inspector = (page: Page) => page.getByRole("complementary").last();
const ref = (page: Page) => inspector(page).locator(".bar .mono");

test("each decision brings up the next suggestion, and undo steps back to it", async ({ page, host, accessible }) => {
  const status = (claim: string) => (JSON.parse(host.assay("--json", "show", claim)) as { status: string }).status;
  await read(page, host);
  const all = host.assay("--json", "claims").trim().split("\n").length;
  await expect(line(page)).toContainText(`${all} suggestions`);
  await accessible();
  await page.keyboard.press("y");
  await expect(line(page)).toContainText(`Suggestion 1 of ${all}, ${all} left`);
  await expect(ref(page)).toHaveText("TE-1");
  const { reasons } = JSON.parse(host.assay("--json", "show", "TE-1")) as { reasons?: string[] };
  await expect(inspector(page).locator("dt", { hasText: "Why" }).locator("+ dd")).toHaveText(
    reasons?.join(", ") ?? /, /,
  );
  await accessible();

  await page.keyboard.press("o");
  await expect(line(page)).toContainText(`Suggestion 2 of ${all}, ${all - 1} left`);
  await expect(ref(page)).toHaveText("TE-2");
  expect(status("TE-1")).toBe("open");
  await page.keyboard.press("Delete");
  await expect(line(page)).toContainText(`Suggestion 3 of ${all}, ${all - 2} left`);
  expect(status("TE-2")).toBe("dismissed");

  await page.keyboard.press("Control+z");
  await expect(line(page)).toContainText(`Suggestion 2 of ${all}, ${all - 1} left`);
  await expect(ref(page)).toHaveText("TE-2");
  await page.keyboard.press("Control+z");
  await expect(line(page)).toContainText(`Suggestion 1 of ${all}, ${all} left`);
  await expect(ref(page)).toHaveText("TE-1");
  await page.keyboard.press("Control+Shift+z");
  await expect(line(page)).toContainText(`Suggestion 2 of ${all}, ${all - 1} left`);

  await page.keyboard.press("j");
  await expect(ref(page)).toHaveText("TE-3");
  await page.keyboard.press("k");
  await page.keyboard.press("k");
  await expect(line(page)).toContainText(`Suggestion ${all} of ${all}, ${all - 1} left`);

  await page.keyboard.press("b");
  const sheet = page.getByRole("dialog", { name: /^Split TE-/ });
  await sheet.getByRole("textbox", { name: "Part 1" }).fill("He spoke.");
  await sheet.getByRole("textbox", { name: "Part 2" }).fill("He spoke in Geneva.");
  await page.keyboard.press("Control+Enter");
  await expect(sheet).toBeHidden();
  await expect(line(page)).toContainText(`Suggestion ${all} of ${all}, ${all - 1} left`);

  await page.keyboard.press("Escape");
  await expect(line(page)).toContainText(`${all - 1} suggestions`);
  await expect(line(page).getByRole("button")).toHaveCount(1);
});

test("keys pressed faster than claims come act each on its own suggestion", async ({ page, host }) => {
  await read(page, host);
  const all = host.assay("--json", "claims").trim().split("\n").length;
  await page.keyboard.press("y");
  for (const key of ["o", "Delete", "o", "j", "Delete"]) await page.keyboard.press(key);
  await expect(line(page)).toContainText(`${all - 4} left`);
  const statuses = ["TE-1", "TE-2", "TE-3", "TE-4", "TE-5"].map(
    (claim) => (JSON.parse(host.assay("--json", "show", claim)) as { status: string }).status,
  );
  expect(statuses).toEqual(["open", "dismissed", "open", "suggested", "dismissed"]);
});

test("it begins at what is in sight, and at the end says what comes next", async ({ page, host, accessible }) => {
  const file = join(host.home.folder, "few.txt");
  const idle = Array.from({ length: 40 }, () => "And why not?");
  const first = "The city spent $3 million on roads in 2019.";
  const last = "Unemployment fell to 4 per cent in March 2021.";
  writeFileSync(file, [first, ...idle, last].join("\n\n"));
  await read(page, host, file);
  await expect(line(page)).toContainText("2 suggestions");
  const article = page.getByRole("region", { name: "Article" });
  await article.focus();
  await page.keyboard.press("End");
  await expect(article.getByText(last)).toBeInViewport();
  await line(page)
    .getByRole("button", { name: /Go through them/ })
    .click();
  await expect(line(page)).toContainText("Suggestion 2 of 2, 2 left");
  await line(page)
    .getByRole("button", { name: /Dismiss/ })
    .click();
  await expect(line(page)).toContainText("Suggestion 1 of 2, 1 left");
  await expect(article.getByText(first)).toBeInViewport();
  await inspector(page)
    .getByRole("button", { name: /^Accept/ })
    .click();
  await expect(line(page)).toContainText("No suggestion is left: 1 accepted, 1 dismissed.");
  await accessible();
  await page.keyboard.press("j");
  await expect(line(page)).toBeHidden();
  await expect(inspector(page).getByRole("radio", { name: /^Open/ })).toBeChecked();
});
