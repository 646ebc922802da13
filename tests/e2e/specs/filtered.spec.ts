// Keys reach only claims that are listed, and what is typed into a field, a menu or the facets is never a command.
import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "Claims" });
const bar = (page: Page) => page.getByRole("toolbar", { name: /selected$/ });
const toast = (page: Page) => page.locator(".toast").last();

interface Claim {
  ref: string;
  status: string;
  verdict: string | null;
}

function claims(host: Host, query = ""): Claim[] {
  const said = host.assay("--json", "claims", ...(query ? [query] : [])).trim();
  return said === "" ? [] : said.split("\n").map((line) => JSON.parse(line) as Claim);
}

/** What was written, newest first. */
const written = (host: Host): string => host.assay("--json", "history").split("\n")[0] ?? "";

/** Opens the list of claims, the first of them in hand. */
async function open(page: Page, host: Host): Promise<string[]> {
  host.assay("import", SAMPLE);
  const refs = claims(host).map(({ ref }) => ref);
  // Two that a query finds apart from the first.
  for (const ref of refs.slice(4, 6)) host.assay("set", ref, "priority=low", "status=open");
  host.assay("set", "--query", "-priority:low", "status=open", "priority=high");
  const listed = claims(host).map(({ ref }) => ref);
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(grid(page)).toBeFocused();
  await expect(page.locator(".gr.cursor")).toContainText(listed[0] ?? "");
  return listed;
}

/** Holds back the lists of a query for a time, in ms. */
async function slow(page: Page, query: string, late: number): Promise<void> {
  await page.route("**/call", async (route) => {
    const { name, arg } = route.request().postDataJSON() as {
      name: string;
      arg: { query?: string } | null;
    };
    if (name === "claims.page" && arg?.query?.includes(query)) await new Promise((go) => setTimeout(go, late));
    await route.continue();
  });
}

test("a claim that is filtered away is no longer in hand", async ({ page, host }) => {
  const [first] = await open(page, host);
  await slow(page, "priority:low", 800);
  const [low] = claims(host, "priority:low");
  // The key comes before the list: it is meant for what is found.
  await page.keyboard.press("/");
  await page.keyboard.type("priority:low");
  await page.keyboard.press("Enter");
  await page.keyboard.press("3");
  await expect(toast(page)).toContainText("set to");
  await expect(page.locator(".gr.cursor")).toContainText(low?.ref ?? "");
  expect(claims(host, "has:verdict").map(({ ref }) => ref)).toEqual([low?.ref]);
  expect(low?.ref).not.toBe(first);

  // Where nothing is found there is nothing to change, with the inspector or without.
  const before = written(host);
  await page.keyboard.press("/");
  await page.keyboard.type("nosuchword");
  await page.keyboard.press("Enter");
  await page.keyboard.press("2");
  await expect(page.getByText("No claims match")).toBeVisible();
  for (const key of ["1", "p", "a", "t", "]", "2", "v", "]"]) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  expect(written(host)).toBe(before);
  // What was in hand is in hand again when it is listed again.
  await page.keyboard.press("Escape");
  await expect(page.locator(".gr.cursor")).toContainText(low?.ref ?? "");
});

test("all that a query finds is selected right after it was confirmed", async ({ page, host }) => {
  await open(page, host);
  await slow(page, "priority:low", 600);
  await page.keyboard.press("/");
  await page.keyboard.type("priority:low");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+a");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("p");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("2 claims will be set to In progress");
  await expect(sheet.getByRole("button", { name: /^Set 2 claims/ })).toBeFocused();
  // Confirmed by its key.
  await page.keyboard.press("Control+Enter");
  await expect(sheet).toHaveCount(0);
  await expect.poll(() => claims(host, "status:in-progress").length).toBe(2);
});

test("what is typed among the facets changes no claim", async ({ page, host, accessible }) => {
  const listed = await open(page, host);
  // More claimants than are listed at once.
  for (const [index, ref] of listed.slice(0, 12).entries()) host.assay("set", ref, `claimant=Person ${index}`);
  const more = page.getByRole("button", { name: /^More claimants/ });
  await expect(more).toContainText(/\d\d/);
  const before = written(host);
  await more.click();
  const find = page.getByRole("searchbox", { name: "Find in Claimant" });
  await expect(find).toBeFocused();
  await page.keyboard.type("vo");
  await expect(find).toHaveValue("vo");
  await accessible();
  await page.keyboard.press("Escape");
  const status = page.getByRole("checkbox", { name: /^Open, / });
  await status.focus();
  for (const key of ["v", "o", "1", "Delete"]) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  expect(written(host)).toBe(before);
  // From the facets back to the list, where the keys are for claims again.
  await page.keyboard.press("j");
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("p");
  await expect(toast(page)).toContainText("In progress");
});

test("a click leaves the keyboard with the claim, and ticks a range without selecting its text", async ({ page, host }) => {
  await open(page, host);
  await page.getByRole("checkbox", { name: /^Open, / }).click();
  await expect(page.locator(".token")).toContainText("status:open");
  await page.keyboard.press("p");
  await expect(toast(page)).toContainText("In progress");
  const rows = page.locator(".gr[id]");
  await rows.nth(1).click();
  await rows.nth(4).click({ modifiers: ["Shift"] });
  await expect(page.getByRole("toolbar", { name: "4 claims selected" })).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe("");
  await expect(grid(page)).toBeFocused();
});

test("a filter's value is excluded by keyboard, and the keys for that are told", async ({ page, host, accessible }) => {
  await open(page, host);
  const filters = page.getByRole("toolbar", { name: "Filters" });
  const token = page.locator(".query .token");
  const status = filters.getByRole("checkbox", { name: /^Open, / });
  await expect(filters.getByText("Alt Enter")).toBeHidden();
  await status.focus();
  await page.keyboard.press("ArrowDown");
  const next = filters.locator(":focus");
  await expect(next).toHaveAccessibleName(/^In progress/);
  await expect(next).toHaveAccessibleDescription("Space choose Alt Enter exclude");
  await expect(filters.getByText("Alt Enter")).toBeVisible();
  await accessible();
  await page.keyboard.press("Alt+Enter");
  await expect(token).toHaveText("-status:in-progress");
  await expect(next).toHaveAccessibleName("In progress, hidden");
  await page.keyboard.press("-");
  await expect(token).toHaveCount(0);
  await page.keyboard.press("-");
  await expect(token).toHaveText("-status:in-progress");
  // The line that tells them covers no option.
  await page.setViewportSize({ width: 1440, height: 500 });
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press("ArrowDown");
    const told = await filters.locator(".keys-of").boundingBox();
    const option = await filters.locator(":focus").boundingBox();
    expect((option?.y ?? 0) + (option?.height ?? 0)).toBeLessThanOrEqual(told?.y ?? 0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  // Elsewhere the keys exclude nothing.
  await grid(page).focus();
  await page.keyboard.press("-");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("Exclude a filter’s value")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(token).toHaveText("-status:in-progress");
});

test("a name typed right after A is a name", async ({ page, host, accessible }) => {
  await open(page, host);
  for (const _ of [1, 2]) await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toHaveAccessibleName("3 claims selected");
  await page.keyboard.type("aNew Person");
  const sheet = page.getByRole("dialog", { name: "Checker of 3 claims" });
  await expect(sheet.getByRole("combobox", { name: "Name" })).toHaveValue("New Person");
  await accessible();
  await page.keyboard.press("Enter");
  await expect.poll(() => claims(host, 'checker:"New Person"').length).toBe(3);
  expect(claims(host, "status:in-progress")).toEqual([]);
  // By a press: those who are known, or nobody.
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(sheet.getByRole("button", { name: "New Person" })).toBeVisible();
  await sheet.getByRole("button", { name: "Nobody" }).click();
  await expect.poll(() => claims(host, 'checker:"New Person"').length).toBe(0);
  // Who reads them again is said there too.
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("a");
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "Reviewer of 3 claims" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("New Person");
  await accessible();
  await page.keyboard.press("Enter");
  await expect.poll(() => claims(host, 'reviewer:"New Person"').length).toBe(3);
  expect(claims(host, 'checker:"New Person"')).toEqual([]);
});

test("L compares the document of the claim in hand", async ({ page, host }) => {
  await open(page, host);
  await page.keyboard.press("l");
  await expect(page.getByRole("dialog", { name: "Compare with other claims" })).toBeVisible();
});

test("in a narrow window the sidebar is drawn out over the list", async ({ page, host, accessible }) => {
  await page.setViewportSize({ width: 1100, height: 720 });
  await open(page, host);
  const filters = page.getByRole("toolbar", { name: "Filters" });
  const library = page.getByRole("button", { name: /^Library/ });
  await expect(filters).toBeHidden();
  const width = (await grid(page).boundingBox())?.width;
  await page.keyboard.press("[");
  await expect(filters).toBeVisible();
  await expect(filters.getByRole("checkbox").first()).toBeFocused();
  // It lies over the list, which keeps its width, and over the query.
  const top = (await page.getByRole("button", { name: /^Workspace / }).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const seen = await page.evaluate(
    ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest(".side") !== null,
    [top.x + top.width - 10, top.y + top.height / 2],
  );
  expect(seen).toBe(true);
  expect((await grid(page).boundingBox())?.width).toBe(width);
  await accessible();
  await page.keyboard.press("[");
  await expect(filters).toBeHidden();
  await expect(grid(page)).toBeFocused();
  await expect(library).toBeVisible();

  await page.keyboard.press("[");
  await filters.getByRole("checkbox", { name: /^Open, / }).click();
  await expect(page.getByRole("button", { name: "Remove status" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(filters).toBeHidden();
  await page.keyboard.press("[");
  await expect(filters).toBeVisible();
  await page.mouse.click(800, 600);
  await expect(filters).toBeHidden();
});
