// The ledger's flow by the keyboard alone, and its states: each accessible in light and in dark, none wider than it may be.
import { type Locator, type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const grid = (page: Page): Locator => page.getByRole("grid", { name: "Claims" });
const bar = (page: Page): Locator => page.getByRole("toolbar", { name: /selected$/ });
const foot = (page: Page): Locator => page.locator(".statusline > span").first();
const sheet = (page: Page): Locator => page.getByRole("dialog");

/** Opens a menu of the bar, and waits until it takes the keys. */
async function unfold(page: Page, name: string): Promise<void> {
  await bar(page).getByRole("button", { name }).click();
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toBeVisible();
}

function count(host: Host, query: string): number {
  const said = host.assay("--json", "set", "--query", query, "priority=high", "--dry-run");
  return (JSON.parse(said) as { claims: number }).claims;
}

async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
}

test("claims are filtered, selected, edited and given back by the keyboard alone", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  host.assay("set", "--query", "", "status=open");
  await open(page, host);
  await expect(grid(page)).toBeFocused();
  const found = count(host, "blinken");
  // Filtered, by a word and by a key that is offered.
  await page.keyboard.press("/");
  await page.keyboard.type("blinken stat");
  await expect(page.getByRole("option", { name: /^status:/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.type("open");
  await page.keyboard.press("Enter");
  await expect(foot(page)).toHaveText(new RegExp(`^${found} of `));
  await expect(grid(page)).toBeFocused();
  // Sorted, from the field's side of the list and back.
  await page.keyboard.press("Shift+Tab");
  for (let pressed = 0; pressed < 12; pressed += 1) {
    if (
      await page.getByRole("button", { name: "Value", exact: true }).evaluate((one) => one === document.activeElement)
    )
      break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.locator(".statusline")).toContainText("Sorted by value");
  // Selected: three by a range, one of them left out, then all that is found.
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await grid(page).press("Home");
  for (const _ of [1, 2]) await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toHaveAccessibleName("3 claims selected");
  await page.keyboard.press("Space");
  await expect(bar(page)).toHaveAccessibleName("2 claims selected");
  // Tagged, several tags at once; one that is too long is refused as it is typed.
  await page.keyboard.press("t");
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.type("x".repeat(101));
  await expect(sheet(page)).toContainText("A tag has at most 100 characters; this one has 101.");
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("print, quote");
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toHaveCount(0);
  await expect.poll(() => count(host, "tag:print tag:quote")).toBe(2);
  await page.keyboard.press("Control+a");
  await expect(bar(page)).toHaveAccessibleName(`${found} claims selected`);
  await page.keyboard.press("p");
  await expect(sheet(page)).toContainText(`Set ${found} claims to In progress`);
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => count(host, "status:in-progress")).toBe(found);
  // It is written before the sheet that asked has gone, and behind a sheet the keys are off.
  await expect(sheet(page)).toHaveCount(0);
  // Given back, one after the other.
  await page.keyboard.press("Control+z");
  await expect.poll(() => count(host, "status:in-progress")).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => count(host, "tag:print")).toBe(0);
});

test("a term that is not understood is taken off alone, and a long one stays in its place", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  host.assay("views", "add", "Old", "blinken colour:red");
  await page.setViewportSize({ width: 1100, height: 720 });
  await open(page, host);
  await page.keyboard.press("[");
  await page.getByRole("button", { name: /^Old/ }).click();
  await expect(page.getByText("No claims match")).toBeVisible();
  await page.keyboard.press("[");
  await page.getByRole("button", { name: "Remove colour:red" }).click();
  await expect(foot(page)).toHaveText(new RegExp(`^${count(host, "blinken")} of `));

  // Where two words find nothing, each is named.
  await page.keyboard.press("/");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("zorblax quuxle blinken");
  await page.keyboard.press("Enter");
  await expect(page.locator(".empty")).toContainText(/zorblax alone finds nothing\.\s*quuxle alone finds nothing\./);
  await expect(page.locator(".empty .btn")).toHaveText([/Remove zorblax/, /Remove quuxle/, /Clear all/]);

  await page.keyboard.press("/");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(`tag:${"x".repeat(300)}`);
  await page.keyboard.press("Enter");
  const remove = page.getByRole("button", { name: /^Remove tag:x/ });
  await expect(remove).toBeVisible();
  const room = await page.locator(".empty").boundingBox();
  for (const part of [remove, page.locator(".empty .token")]) {
    const box = await part.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(room!.x);
    expect(box!.x + box!.width).toBeLessThanOrEqual(room!.x + room!.width);
  }
});

test("words typed in a menu find an entry, with their spaces, and choose none", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  await expect(page.locator(".gr[id]").first()).toBeVisible();
  const before = host.assay("--json", "history");
  await page.keyboard.press("Control+a");
  await unfold(page, "More");
  await page.keyboard.type("kind o");
  await expect(page.getByRole("menuitem", { name: "Kind Opinion" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(bar(page)).toBeVisible();
  await unfold(page, "Status");
  await page.keyboard.type("in re");
  await expect(page.getByRole("menuitem", { name: /^In review/ })).toBeFocused();
  expect(host.assay("--json", "history")).toBe(before);
});

test("the foot of a narrow window is one line", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await page.setViewportSize({ width: 1100, height: 720 });
  await open(page, host);
  await page.getByRole("button", { name: "Columns" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Sort by relevance" }).click();
  const line = page.locator(".statusline");
  await expect(line).toContainText("relevance needs words to look for");
  for (const part of await line.locator("> span:not(.grow)").all())
    expect((await part.boundingBox())!.height).toBeLessThan(20);
});

test("the tick over all claims is seen", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  await expect(page.locator(".gr[id]").first()).toBeVisible();
  await page.keyboard.press("Control+a");
  const box = page.locator(".gr.hd .check");
  const [ground, sign] = await box.evaluate((one) => [
    getComputedStyle(one).backgroundColor,
    getComputedStyle(one).color,
  ]);
  expect(sign).not.toBe(ground);
});

test("what is scrolled away below the views ends at a line", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  for (let number = 1; number <= 9; number += 1) host.assay("views", "add", `View ${number}`, `score:>0.${number}`);
  await page.setViewportSize({ width: 1440, height: 720 });
  await open(page, host);
  const facets = page.getByRole("toolbar", { name: "Filters" });
  await expect(facets.getByRole("checkbox").first()).toBeVisible();
  const line = (): Promise<string> => facets.evaluate((one) => getComputedStyle(one).borderTopColor);
  expect(await line()).toBe("rgba(0, 0, 0, 0)");
  await facets.evaluate((one) => (one.scrollTop = 60));
  await expect.poll(line).not.toBe("rgba(0, 0, 0, 0)");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`every state of the ledger is accessible, ${colorScheme}`, async ({ page, host, accessible }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await open(page, host);
    await expect(page.getByText("No claims yet")).toBeVisible();
    await accessible();
    host.assay("import", SAMPLE);
    host.assay("views", "add", "Old", "colour:red");
    await page.reload();
    await open(page, host);
    await expect(page.locator(".gr[id]").first()).toBeVisible();
    await page.keyboard.press("Control+a");
    await accessible();
    // The sheets over it, and what is said in them.
    for (const key of ["t", "a", "s", "?", "Shift+V"]) {
      await page.keyboard.press(key);
      await expect(sheet(page)).toBeVisible();
      await accessible();
      await page.keyboard.press("Escape");
      await expect(sheet(page)).toHaveCount(0);
    }
    for (const name of ["Status", "Verdict", "More"]) {
      await bar(page).getByRole("button", { name }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await accessible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("menu")).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.press("?");
    await expect(sheet(page)).toBeVisible();
    await accessible();
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toHaveCount(0);
    await page.keyboard.type("status:");
    await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeVisible();
    await accessible();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("colour:red");
    await page.keyboard.press("Enter");
    await expect(page.getByText("No claims match")).toBeVisible();
    await accessible();
    await page.keyboard.press("Escape");
    // Narrow, with the sidebar drawn out over the list.
    const filters = page.getByRole("toolbar", { name: "Filters" });
    await page.setViewportSize({ width: 1100, height: 720 });
    await expect(filters).toBeHidden();
    await page.keyboard.press("[");
    await expect(filters).toBeVisible();
    await accessible();
  });

test("an edit begun from the bar gives the keyboard back to the list, whose last row comes out from under the bar", async ({
  page,
  host,
}) => {
  host.assay("import", SAMPLE);
  host.assay("set", "--query", "", "status=open");
  await page.setViewportSize({ width: 1440, height: 720 });
  await open(page, host);
  await expect(page.locator(".gr[id]").first()).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+a");
  const bottom = async (): Promise<number> => {
    const last = await page.locator(".gr[id]").last().boundingBox();
    return (last?.y ?? 0) + (last?.height ?? 0);
  };
  const top = (await bar(page).boundingBox())!.y;
  await expect.poll(bottom).toBeLessThan(top);
  await unfold(page, "More");
  await page.getByRole("menuitem", { name: "Priority Low" }).click();
  await sheet(page)
    .getByRole("button", { name: /^Set / })
    .click();
  await expect(sheet(page)).toHaveCount(0);
  await expect(grid(page)).toBeFocused();
});

test("the sheet of an edit says that the query may have a slip", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  await page.keyboard.press("/");
  await page.keyboard.type("-status:opne");
  await page.keyboard.press("Enter");
  await expect(page.locator(".gr[id]").first()).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("p");
  await expect(sheet(page)).toContainText("“opne” leaves nothing out; did you mean “open”?");
});
