// The whole of a check without the mouse; at each step the focus is somewhere that can be seen.
import { type Page } from "@playwright/test";

import { focused } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

const inspector = (page: Page) => page.getByRole("complementary").last();

/** Where the focus is: that place must be in sight, and drawn with a ring unless it is the page itself. */
async function at(page: Page, role: string, name: RegExp): Promise<void> {
  await expect
    .poll(() => focused(page))
    .toMatchObject({ role, name: expect.stringMatching(name), seen: true, ring: true });
}

/** Tabs until the focus is there, at most so often. */
async function tabTo(page: Page, name: RegExp, { key = "Tab", most = 60 } = {}): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    expect(now.seen, `${now.role} “${now.name}” is out of sight`).toBe(true);
    expect(now.ring, `${now.role} “${now.name}” shows no focus`).toBe(true);
    if (name.test(now.name)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

test("an article is opened, checked and signed off by the keyboard alone", async ({ page, host }) => {
  const show = (claim: string) => JSON.parse(host.assay("--json", "show", claim)) as Record<string, unknown>;
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  await tabTo(page, /Open the sample article/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
  await page.keyboard.press("j");
  await expect(inspector(page)).toContainText(/TE-\d/);
  await page.keyboard.press("Enter");

  // In the reader: the marks are reached one after the other, and Enter takes one in hand.
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  await expect(page.locator(".m.hand").first()).toBeVisible();
  await tabTo(page, /^TE-1, suggested, mention 1 of/);
  await page.keyboard.press("Enter");
  await expect(inspector(page).locator(".bar .mono")).toHaveText("TE-1");
  await page.keyboard.press("j");
  await expect(inspector(page).locator(".bar .mono")).toHaveText("TE-2");
  await page.keyboard.press("k");
  await at(page, "group", /^TE-1, /);

  await page.keyboard.press("o");
  await expect.poll(() => show("TE-1")["status"]).toBe("open");
  await page.keyboard.press("1");
  await expect.poll(() => show("TE-1")["verdict"]).toBe("supported");

  await page.keyboard.press("e");
  await at(page, "combobox", /^Title/);
  await page.keyboard.type("Readout of the talks");
  await tabTo(page, /Primary/);
  await page.keyboard.press("Space");
  await tabTo(page, /Supports/, { key: "Shift+Tab" });
  await page.keyboard.press("Space");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => show("TE-1")["evidence"]).toBe(1);

  await page.keyboard.press("r");
  await at(page, "textarea", /^Rationale/);
  await page.keyboard.type("The readout gives the day [1].");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => show("TE-1")["rationale"]).toBe("The readout gives the day [1].");
  expect((await focused(page)).seen).toBe(true);

  await page.keyboard.press("s");
  await expect.poll(() => show("TE-1")["status"]).toBe("signed-off");
  await page.keyboard.press("Control+z");
  await expect.poll(() => show("TE-1")["status"]).not.toBe("signed-off");
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => show("TE-1")["status"]).toBe("signed-off");

  await page.keyboard.press("j");
  await expect(inspector(page).locator(".bar .mono")).not.toHaveText("TE-1");
  await page.keyboard.press("z");
  await expect(page.locator(".sno.nothing")).toHaveCount(1);
  expect((await focused(page)).seen).toBe(true);
  await page.keyboard.press("Control+z");
  await expect(page.locator(".sno.nothing")).toHaveCount(0);

  await page.keyboard.press("/");
  await at(page, "input", /^Find in the article/);
  await page.keyboard.type("geneva");
  await expect(page.getByRole("search").getByRole("status")).toHaveText(/ of 3$/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Close$/, { most: 4 });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("search")).toBeHidden();
  expect((await focused(page)).seen).toBe(true);
  // The words found are selected, so the keys for selected words work as soon as their bar is there.
  await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
  await page.keyboard.press("c");
  await at(page, "textarea", /^Statement/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
});

for (const colorScheme of ["light", "dark"] as const)
  for (const [width, height] of [
    [1440, 900],
    [1100, 720],
  ] as const)
    test(`everybody can use the reader, ${colorScheme}, ${width} × ${height}`, async ({ page, host, accessible }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await page.goto(host.url);
      await page.getByRole("button", { name: "Open the sample article" }).click();
      await expect(page.getByRole("grid", { name: "Claims" })).toBeFocused();
      await page.keyboard.press("j");
      await expect(inspector(page)).toContainText(/TE-\d/);
      await page.keyboard.press("Enter");
      await expect(page.locator(".m.hand").first()).toBeVisible();
      await accessible();

      await page.getByText("Paul Whelan").first().dblclick();
      await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
      await accessible();

      await page.keyboard.press("/");
      await page.keyboard.type("lavrov");
      await expect(page.getByRole("search").getByRole("status")).toHaveText(/of 7/);
      await accessible();
      await page.keyboard.press("Escape");
      const toolbar = page.getByRole("toolbar", { name: "Selected text" });
      await expect(toolbar).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(toolbar).toBeHidden();

      await page.keyboard.press("y");
      await expect(page.getByRole("group", { name: "Suggestions" })).toContainText("left");
      await accessible();
      await page.keyboard.press("o");
      await expect(page.getByText(/set to Open/)).toBeVisible();
      await accessible();
    });
