// Saved views: from a query to the sidebar, and all that is done with them there.
import { type Locator, type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { type Host } from "../support/host.ts";
import { focused } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const list = (page: Page): Locator => page.getByRole("list", { name: "Views" });
const view = (page: Page, name: string): Locator => list(page).getByRole("button", { name: new RegExp(`^${name}`) });
const query = (page: Page): Locator => page.getByRole("combobox", { name: "Filter claims" });
const names = (page: Page): Locator => list(page).locator(".nav > .trunc");
const count = (page: Page, name: string): Locator => view(page, name).locator(".ct > [aria-hidden]");

async function claims(page: Page, host: Host): Promise<void> {
  host.assay("import", SAMPLE);
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.locator('[role="row"][aria-selected]').first()).toBeVisible();
}

test("a query is saved as a view, changed, and given up, by the keyboard alone", async ({ page, host, accessible }) => {
  await claims(page, host);
  await page.keyboard.press("/");
  await query(page).pressSequentially("Blinken status:suggested ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  await page.keyboard.press("Shift+V");
  const name = page.getByRole("dialog", { name: "Save view" }).getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await name.pressSequentially("By name");
  await accessible();
  await page.keyboard.press("Enter");
  await expect(view(page, "By name")).toHaveAttribute("aria-current", "true");
  await expect(page.locator(".toast")).toContainText("View “By name” saved");
  const found = JSON.parse(host.assay("--json", "views")) as { claims: number; query: string };
  expect(found.query).toBe("status:suggested Blinken");
  expect(found.claims).toBeGreaterThan(0);
  await expect(count(page, "By name")).toHaveText(String(found.claims));

  // Counts follow what is done to claims.
  await page.keyboard.press("o");
  await expect(count(page, "By name")).toHaveText(String(found.claims - 1));
  await page.keyboard.press("Control+z");
  await expect(count(page, "By name")).toHaveText(String(found.claims));

  // A changed query is offered to its view; the view stays marked meanwhile.
  await page.keyboard.press("/");
  await page.keyboard.press("End");
  await query(page).pressSequentially(" has:value ");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Update view" })).toBeVisible();
  await expect(view(page, "By name")).toHaveAttribute("aria-current", "true");
  await accessible();
  await page.keyboard.press("Shift+U");
  await expect(page.getByRole("button", { name: "View By name", exact: true })).toBeVisible();
  await expect
    .poll(() => JSON.parse(host.assay("--json", "views")) as unknown)
    .toMatchObject({ query: "status:suggested has:value Blinken" });

  // Renamed where it stands; a name that another has is refused there.
  host.assay("views", "add", "Mine", "person:me");
  await expect(names(page)).toHaveText(["By name", "Mine"]);
  await view(page, "By name").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("mine");
  await page.keyboard.press("Enter");
  await expect(page.getByText("There already is a view “Mine”.")).toBeVisible();
  await accessible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Short talks");
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["Short talks", "Mine"]);
  await expect.poll(() => focused(page)).toMatchObject({ name: expect.stringMatching(/^Short talks/), ring: true });

  await page.keyboard.press("Alt+ArrowDown");
  await expect(names(page)).toHaveText(["Mine", "Short talks"]);
  await expect.poll(() => focused(page)).toMatchObject({ name: expect.stringMatching(/^Short talks/), ring: true });
  await page.keyboard.press("Delete");
  await expect(names(page)).toHaveText(["Mine"]);
  await expect(page.locator(".toast")).toContainText("View “Short talks” removed");
  await page.locator(".toast").getByRole("button", { name: /Undo/ }).click();
  await expect(names(page)).toHaveText(["Mine", "Short talks"]);
  await page.keyboard.press("Control+z");
  await expect(names(page)).toHaveText(["Short talks", "Mine"]);
  expect(host.assay("check")).toContain("All is as it was written");
});

test("views are opened from the sidebar and the palette, dragged, and have a menu", async ({ page, host, accessible }) => {
  host.assay("import", SAMPLE);
  host.assay("views", "add", "Values", "has:value", "--sort", "label");
  host.assay("views", "add", "Nobody’s", "checker:none");
  host.assay("views", "add", "Old", "statsu:open");
  await page.goto(host.url);
  // They stand in the sidebar wherever the window is.
  await expect(names(page)).toHaveText(["Values", "Nobody’s", "Old"]);
  await expect(count(page, "Old")).toHaveText("0");
  await view(page, "Values").click();
  await accessible();
  await expect(page.locator(".query .token, .query")).toContainText(["has:value"]);
  await expect(page.getByText("Sorted by claim", { exact: true })).toBeVisible();
  await expect(view(page, "Values")).toHaveAttribute("aria-current", "true");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("view old");
  await expect(page.getByRole("option")).toHaveText([/View: Old/]);
  await page.keyboard.press("Enter");
  await expect(view(page, "Old")).toHaveAttribute("aria-current", "true");
  await expect(page.getByText("There is no key “statsu”; did you mean “status”?").last()).toBeVisible();

  const from = await view(page, "Values").boundingBox();
  const to = await view(page, "Old").boundingBox();
  if (!from || !to) throw new Error("no rows");
  await page.mouse.move(from.x + 40, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 10, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 26, { steps: 4 });
  await page.mouse.up();
  await expect(names(page)).toHaveText(["Nobody’s", "Old", "Values"]);
  await expect(view(page, "Old"), "a drag opens nothing").toHaveAttribute("aria-current", "true");

  await view(page, "Nobody’s").click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Rename/ }).click();
  const field = page.getByRole("textbox", { name: "Name of the view" });
  await expect(field).toBeFocused();
  await field.fill("Without checker");
  await page.keyboard.press("Enter");
  await expect(names(page)).toHaveText(["Without checker", "Old", "Values"]);
  await view(page, "Old").hover();
  await list(page).getByRole("button", { name: "Change the view Old" }).click();
  await page.getByRole("menuitem", { name: /^Remove view/ }).click();
  await expect(names(page)).toHaveText(["Without checker", "Values"]);
  expect(host.assay("check")).toContain("All is as it was written");
});

test("in a narrow window a view is renamed and removed from the ledger’s bar", async ({ page, host, accessible }) => {
  await page.setViewportSize({ width: 1100, height: 720 });
  host.assay("views", "add", "Values", "has:value");
  await claims(page, host);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("view val");
  await expect(page.getByRole("option")).toHaveText([/View: Values/]);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "View Values", exact: true }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  const name = page.getByRole("dialog", { name: "Rename view" }).getByRole("textbox", { name: "Name" });
  await expect(name).toHaveValue("Values");
  await name.fill("With values");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "View With values", exact: true })).toBeVisible();
  await accessible();
  await page.getByRole("button", { name: "View With values", exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove view" }).click();
  await expect(page.getByRole("button", { name: "Save view" })).toBeVisible();
  expect(host.assay("views").trim()).toBe("0 views");
});
