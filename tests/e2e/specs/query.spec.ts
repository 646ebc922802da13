// The query field: its terms, what it offers, and what it says of a slip.
import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { expect, test } from "../support/test.ts";

const fieldOf = (page: Page) => page.getByRole("combobox", { name: "Filter claims" });
const options = (page: Page) => page.getByRole("option");
const foot = (page: Page) => page.locator(".statusline > span").first();

/** Opens the list of claims. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator(".gr[id]").first()).toBeVisible();
}

/** Whether a thing is in the window with its whole width, and nothing lies over its ends. */
const isWhole = (page: Page, css: string) =>
  page.locator(css).evaluateAll((all) =>
    all.every((one) => {
      const { left, right, top, height } = one.getBoundingClientRect();
      const at = (x: number) => document.elementFromPoint(x, top + height / 2);
      return [left + 2, right - 2].every((x) => one.contains(at(x)));
    }),
  );

test("query, tokens and facets are one thing, and any text is a query", async ({ page, host, accessible }) => {
  await page.goto(host.url);
  await page.getByRole("button", { name: "Open the sample article" }).click();
  const rows = page.locator("[role=row].gr:not(.hd)");
  await expect(rows.first()).toBeVisible();
  const field = page.getByRole("combobox", { name: "Filter claims" });

  // A key is offered by its first letters, its values with their counts.
  await page.keyboard.press("/");
  await page.keyboard.type("yea");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("year:");
  await expect(page.getByRole("option")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await field.fill("");

  // What is asked by a facet is a token; turned round, the facet shows it as left out.
  const claimants = page.getByRole("group", { name: "Claimant" }).getByRole("checkbox");
  await claimants.first().click();
  await expect(claimants.first()).toHaveAttribute("aria-checked", "true");
  await page.getByRole("button", { name: /^Exclude claimant:/ }).click();
  await expect(page.getByRole("button", { name: /^Include claimant:/ })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /, hidden$/ })).not.toHaveCount(0);
  await page.getByRole("button", { name: "Remove -claimant" }).click();

  // A slip is named under the field, and finds nothing.
  await field.fill("score:abc ");
  await expect(page.getByText("“abc” finds nothing: “score:” takes a number")).toBeVisible();
  await expect(page.getByText("No claims match")).toBeVisible();
  await accessible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(rows.first()).toBeVisible();

  // The sheet of the language.
  await field.focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Query language" });
  await expect(sheet.getByText("value.date:", { exact: true })).toBeVisible();
  await accessible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(field).toBeFocused();

  // Nothing breaks, whatever is pasted.
  for (const text of [`publisher:${"x".repeat(10_000)} `, "a* OR (b NEAR( ^c {label} : ", "word ".repeat(2_000)]) {
    await field.fill(text);
    await expect(page.getByText("No claims match")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(rows.first()).toBeVisible();
  }
});

test("many terms are shown whole, and what is typed stays in sight", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host.url);
  await page.keyboard.press("/");
  await page.keyboard.type("status:open,suggested -claimant:xyz priority:none,low,medium,high checker:none ");
  await expect(page.locator(".token")).toHaveCount(4);
  await page.keyboard.type("verdict:none treaty lavrov blinken language");
  await expect(page.locator(".token")).toHaveCount(5);
  for (const [width, height] of [
    [1440, 900],
    [1100, 720],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => isWhole(page, ".query .token")).toBe(true);
    expect(await isWhole(page, ".query input")).toBe(true);
    expect(await fieldOf(page).evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    // What is below begins under it.
    const [query, below] = [await page.locator(".query").boundingBox(), await page.locator(".nothing").boundingBox()];
    expect((query?.y ?? 0) + (query?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  }
  // More than there is room for: what is typed is still in sight.
  await fieldOf(page).fill(`${"-publisher:one -document:other -tag:third -year:1999 ".repeat(3)}last`);
  await expect(page.locator(".token")).toHaveCount(17);
  await expect(fieldOf(page)).toHaveValue("last");
  expect(await isWhole(page, ".query input")).toBe(true);
});

test("keys are offered in the empty field, and stand in nobody's way", async ({ page, host, accessible }) => {
  host.assay("import", SAMPLE);
  await open(page, host.url);
  await page.keyboard.press("/");
  await expect(options(page)).toHaveCount(23);
  await accessible();
  // One Esc leaves them, and Enter does.
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  await page.keyboard.press("/");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();

  // With the mouse the field alone is meant; the arrow asks for the keys.
  await fieldOf(page).click();
  await expect(options(page)).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).last()).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(fieldOf(page)).toHaveValue("status:");
  await expect(options(page).first()).toBeVisible();
});

test("what claims have or lack is offered with its count", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  const [first, second] = host
    .assay("--json", "claims")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { ref: string }).ref);
  host.assay("note", "add", first ?? "", "Which clock?");
  host.assay("set", second ?? "", "priority=high");
  await open(page, host.url);
  await page.keyboard.press("/");
  await page.keyboard.type("has:");
  await expect(page.getByRole("option", { name: /^Note 1$/ })).toBeVisible();
  // Those that the window shows are some of all.
  const every = host.assay("--json", "claims").trim().split("\n").length;
  await fieldOf(page).fill("no:note");
  await expect(page.getByRole("option", { name: new RegExp(`^Note ${every - 1}$`) })).toBeVisible();
  // Among those that the rest of the query finds.
  await fieldOf(page).fill("priority:high has:note");
  await expect(page.getByRole("option", { name: /^Note 0$/ })).toBeVisible();
  await fieldOf(page).fill("priority:high no:not");
  await expect(page.getByRole("option", { name: /^Note 1$/ })).toBeVisible();
});

test("options beyond those that a facet lists are offered by the letters typed", async ({ page, host }) => {
  await host.madeUp(3000);
  // Where no sidebar has counted the facets.
  await page.setViewportSize({ width: 1100, height: 720 });
  await open(page, host.url);
  await page.keyboard.press("/");
  await page.keyboard.type("document:");
  await expect(page.getByRole("option", { name: /^D\d+ .*, Delhi Post \d/ }).first()).toBeVisible();
  await page.keyboard.type("vilnius");
  await expect(page.getByRole("option", { name: /^D\d+ .*, Vilnius Post \d/ }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".token")).toContainText(/document:D\d/);
  await expect(foot(page)).toHaveText(/^\d+ of 3,000 claims$/);
});

test("options and counts are offered again when the list is left and come back to", async ({ page, host }) => {
  await host.madeUp(3000);
  await open(page, host.url);
  const offer = async () => {
    await page.keyboard.press("/");
    for (const town of ["vilnius", "tunis", "quito"]) {
      await fieldOf(page).fill(`document:${town}`);
      await expect(page.getByRole("option", { name: new RegExp(`^D\\d+ .*, ${town} Post \\d`, "i") }).first()).toBeVisible();
    }
    await fieldOf(page).fill("has:note");
    await expect(page.getByRole("option", { name: /^Note \d+$/ })).toBeVisible();
    await fieldOf(page).fill("");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  };
  await offer();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page.getByRole("heading", { name: "Library" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("grid", { name: "Claims" })).toBeVisible();
  await offer();
});

test("a language asked for by its name is told by its tag", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host.url);
  await page.keyboard.press("/");
  await page.keyboard.type("language:english ");
  await expect(page.getByText("“english” finds nothing; did you mean “en”?")).toBeVisible();
});
