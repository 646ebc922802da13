// The ledger: columns, selection and edits of many claims, and its speed with 50,000 claims.
import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "Claims" });
const bar = (page: Page) => page.getByRole("toolbar", { name: /selected$/ });
const toast = (page: Page) => page.locator(".toast").last();
const foot = (page: Page) => page.locator(".statusline > span").first();

/** Opens the list of claims. */
async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await list(page);
}

/** Goes to the list of claims in a window that was just opened. */
async function list(page: Page): Promise<void> {
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(grid(page)).toBeFocused();
  await expect(page.locator(".gr[id]").first()).toBeVisible();
}

function count(host: Host, query: string): number {
  const said = host.assay("--json", "set", "--query", query, "priority=high", "--dry-run");
  return (JSON.parse(said) as { claims: number }).claims;
}

test("columns are made wider, hidden and kept, and rows dense", async ({ page, host, accessible }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  const head = page.getByRole("columnheader", { name: /^Value/ });
  const width = async (): Promise<number> => Math.round((await head.boundingBox())?.width ?? 0);
  expect(await width()).toBe(124);

  // By the edge.
  const box = (await head.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(box.x - 5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 45, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(164);
  await expect(head.locator("button")).toBeVisible();

  // By the keys of the menu, whose button is always to be seen.
  const choose = page.getByRole("button", { name: "Columns" });
  await page.mouse.move(700, 500);
  expect(await choose.evaluate((one) => one.checkVisibility({ opacityProperty: true }))).toBe(true);
  await choose.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitemcheckbox", { name: "Status" })).toBeFocused();
  for (const _ of ["Claimant", "Document", "Value"]) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitemcheckbox", { name: /^Value/ })).toHaveAccessibleDescription(
    "Space show, hide ← → narrower, wider",
  );
  await page.keyboard.press("ArrowRight");
  expect(await width()).toBe(172);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByRole("columnheader", { name: /^Verdict/, includeHidden: true })).toHaveCount(0);
  await page.getByRole("menuitemradio", { name: "Dense rows" }).click();
  await expect(page.locator(".gr[id]").first()).toHaveJSProperty("offsetHeight", 28);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: /^Claim$/ })).toHaveAttribute("aria-sort", "ascending");
  await accessible();

  await page.reload();
  await list(page);
  await expect(page.locator(".gr[id]").first()).toHaveJSProperty("offsetHeight", 28);
  expect(await width()).toBe(172);
  await expect(page.getByRole("columnheader", { name: /^Verdict/ })).toHaveCount(0);
  await expect(page.getByRole("columnheader", { name: /^Claim$/ })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitem", { name: "Usual columns" }).click();
  await expect(page.getByRole("columnheader", { name: /^Verdict/ })).toHaveCount(1);
  expect(await width()).toBe(124);
});

test("claims are selected as in lists, and what cannot be done is said first", async ({ page, host, accessible }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  const total = count(host, "");
  await page.keyboard.press("Home");
  for (const _ of [1, 2]) await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toHaveAccessibleName("3 claims selected");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await expect(bar(page)).toHaveAccessibleName("4 claims selected");
  await page
    .locator(".gr[id]")
    .nth(6)
    .click({ modifiers: ["ControlOrMeta"] });
  await expect(bar(page)).toHaveAccessibleName("5 claims selected");
  await page
    .locator(".gr[id]")
    .nth(8)
    .click({ modifiers: ["Shift"] });
  // Those ticked before stay so.
  await expect(bar(page)).toHaveAccessibleName("7 claims selected");
  // The cursor went along: the range goes on from where it was made to end.
  await page.keyboard.press("Shift+ArrowDown");
  await expect(bar(page)).toHaveAccessibleName("8 claims selected");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(bar(page)).toHaveAccessibleName("7 claims selected");

  // A few claims of which all can be done are edited at once.
  await page.keyboard.press("o");
  await expect(toast(page)).toContainText("7 claims set to Open");
  // What is said of it lies over the bar, and not over the heads of the columns.
  await expect
    .poll(async () => {
      const [said, over] = [await toast(page).boundingBox(), await bar(page).boundingBox()];
      return said && over && over.y - (said.y + said.height);
    })
    .toBe(12);
  await expect.poll(() => count(host, "status:open")).toBe(7);

  // All that is found, but one.
  await page.keyboard.press("Control+a");
  await expect(bar(page)).toHaveAccessibleName(`${total} claims selected`);
  await page.keyboard.press("Space");
  await expect(bar(page)).toHaveAccessibleName(`${total - 1} claims selected`);
  await page.keyboard.press("Space");
  await page.keyboard.press("1");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(`7 of ${total} will be set to Supported; ${total - 7} are Suggested.`);
  await accessible();
  await sheet.getByRole("button", { name: "Set 7 claims to Supported" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(toast(page)).toContainText(`7 of ${total} set to Supported; ${total - 7} are Suggested`);
  // The query finds the same claims still: more can be done to them.
  await expect(bar(page)).toHaveAccessibleName(`${total} claims selected`);
  await page.keyboard.press("Control+z");
  await expect.poll(() => count(host, "verdict:supported")).toBe(0);

  // Nothing can be signed off: that is all there is to say.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("s");
  await expect(sheet).toContainText(`None of ${total} will be signed off`);
  await expect(sheet.getByRole("button", { name: /^Sign off/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
});

test("other claims than were shown are not edited", async ({ page, host }) => {
  host.assay("import", SAMPLE);
  await open(page, host);
  const total = count(host, "status:suggested");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("o");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText(`Set ${total} claims to Open`);
  await expect(sheet).toContainText("Nothing stands in the way. One undo takes it back.");
  host.assay("set", "TE-1", "status=dismissed");
  await sheet.getByRole("button", { name: `Set ${total} claims to Open` }).click();
  await expect(sheet).toContainText("The list has changed since. Nothing was changed");
  await expect(sheet).toContainText(`Set ${total - 1} claims to Open`);
  expect(count(host, "status:open")).toBe(0);
  await sheet.getByRole("button", { name: `Set ${total - 1} claims to Open` }).click();
  await expect.poll(() => count(host, "status:open")).toBe(total - 1);
});

test("50,000 claims are listed, edited and given back without a stutter", async ({ page, host, browser }) => {
  test.setTimeout(300_000);
  await host.madeUp(50_000);
  const times: [string, number][] = [];
  let since = 0;
  const timed = async (what: string, does: () => Promise<void>): Promise<void> => {
    since = performance.now();
    await does();
    times.push([what, performance.now() - since]);
  };
  await timed("open", () => open(page, host));
  await expect(foot(page)).toHaveText("50,000 claims");
  await expect(page.locator('.gr[aria-rowindex="2"].cursor')).toBeVisible();
  // Starting up is not what this is about.
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await timed("End", async () => {
    await page.keyboard.press("End");
    await expect(page.locator('.gr[aria-rowindex="50001"].cursor')).toBeVisible();
  });
  await timed("Home", async () => {
    await page.keyboard.press("Home");
    await expect(page.locator('.gr[aria-rowindex="2"].cursor')).toBeVisible();
  });
  await timed("sort", async () => {
    await page.getByRole("button", { name: "Value", exact: true }).click();
    await expect(page.locator(".statusline")).toContainText("Sorted by value");
    await expect(page.locator(".gr[id]").first()).toBeVisible();
  });
  await timed("filter", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("priority:low ");
    await expect(foot(page)).toHaveText(/^1[23],\d\d\d of 50,000 claims$/);
  });
  await page.keyboard.press("Escape");
  await grid(page).focus();
  const found = Number((await foot(page).textContent())?.split(" ")[0]?.replace(",", ""));

  await timed("select all", async () => {
    await page.keyboard.press("Control+a");
    await expect(bar(page)).toHaveAccessibleName(`${found.toLocaleString("en-GB")} claims selected`);
  });
  const sheet = page.getByRole("dialog");
  await timed("say what will be done", async () => {
    await page.keyboard.press("p");
    await expect(sheet.getByRole("button", { name: /^Set [\d,]+ claims to In progress/ })).toBeVisible();
  });
  // Stopped, nothing is changed.
  const before = host.assay("--json", "history").split("\n")[0];
  const go = sheet.getByRole("button", {
    name: /^Set [\d,]+ claims to In progress/,
  });
  await go.click();
  await expect(sheet.getByRole("progressbar")).toBeVisible();
  await timed("stop", async () => {
    await sheet.getByRole("button", { name: "Stop" }).click();
    await expect(sheet.getByRole("progressbar")).toHaveCount(0);
  });
  expect(host.assay("--json", "history").split("\n")[0]).toBe(before);

  await timed("edit of 10,000 and more", async () => {
    await go.click();
    await expect(sheet).toHaveCount(0, { timeout: 60_000 });
    await expect(toast(page)).toContainText("set to In progress");
  });
  expect(count(host, "priority:low status:in-progress")).toBe(found);
  // Taken back as it was done: it says how far it is, and stopped it has taken nothing back.
  await page.keyboard.press("Control+z");
  // In the page, since it may be done before a test has looked twice.
  const said = await toast(page)
    .getByRole("button", { name: "Stop" })
    .evaluate((stop: HTMLElement) => {
      const text = stop.closest(".toast")?.textContent ?? "";
      stop.click();
      return text;
    });
  expect(said).toMatch(/Undoing .*: \d+ %/);
  await expect(page.locator(".toast")).toHaveCount(0);
  expect(count(host, "priority:low status:in-progress")).toBe(found);
  await timed("undo", async () => {
    await page.keyboard.press("Control+z");
    await expect(toast(page)).toContainText("Undid", { timeout: 60_000 });
  });
  expect(count(host, "priority:low status:in-progress")).toBeLessThan(found);
  expect(host.assay("check")).toContain("All is as it was written.");

  const longest = busiest(await browser.stopTracing());
  console.log(`${times.map(([what, ms]) => `${what} ${Math.round(ms)} ms`).join(", ")}; longest task ${longest} ms`);
  expect(longest).toBeGreaterThan(0);
  // It takes some 50 ms; twice that is what a slow machine may need.
  expect(longest).toBeLessThanOrEqual(100);
});

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Time that the thread had the processor, µs. */
  tdur?: number;
  args: { name?: string };
}

/** The longest task of a page's own thread, by the time that it had the processor, ms: other programs do not count. */
function busiest(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const own = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(
    ({ ph, name, pid, tid }) => ph === "X" && /RunTask$/.test(name) && own.has(`${pid} ${tid}`),
  );
  return Math.round(tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000);
}
