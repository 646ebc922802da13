// A workspace that can only be read: what edits is not offered, and why is said once.
import { type Page } from "@playwright/test";

import { read } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

/** The host says that the workspace is read-only, and refuses what edits, as it does for a file that is. */
async function readOnly(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route("**/call", async (route) => {
    const { name } = JSON.parse(route.request().postData() ?? "{}") as { name: string };
    asked.push(name);
    if (name !== "workspace.info") return route.continue();
    const answer = await route.fetch();
    const body = (await answer.json()) as { ok: object };
    return route.fulfill({ response: answer, json: { ok: { ...body.ok, read_only: true } } });
  });
  return asked;
}

const EDITS =
  /^(?:claims\.(?:edit|create|sign-off|tick|merge|split)|mentions\.(?:add|move|remove)|evidence\.(?:add|edit)|notes\.add|documents\.mark|history\.(?:undo|redo))/;

test("nothing that edits is offered in a workspace that can only be read", async ({ page, host, accessible }) => {
  const asked = await readOnly(page);
  await read(page, host);
  const inspector = page.getByRole("complementary").last();
  await page.keyboard.press("j");
  await expect(inspector.getByRole("radiogroup", { name: "Status" })).toBeVisible();
  await expect(inspector.getByText("Read-only workspace")).toHaveCount(1);
  await accessible();

  // The keys do nothing, and it is said once, however often they are pressed.
  for (const key of ["o", "1", "r", "e", "t", "a", "w", "b", "f", "z", "Delete", "Alt+ArrowRight", "Control+z"])
    await page.keyboard.press(key);
  await expect(page.locator(".toast")).toHaveText([/This workspace is read-only\. Nothing in it can be changed\./]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(asked.filter((name) => EDITS.test(name))).toEqual([]);

  // Every control of the claim left is one that reads.
  const left = await inspector
    .getByRole("button", { disabled: false })
    .evaluateAll((all) =>
      all
        .filter((one) => !one.matches(":disabled"))
        .map((one) => one.getAttribute("aria-label") ?? one.textContent?.trim() ?? ""),
    );
  for (const label of left) expect(label).not.toMatch(/edit|add|write|remove|accept|tag|assign|move|answer|start/i);
  await expect(inspector.getByRole("radio", { disabled: false })).toHaveCount(0);

  // Words can be selected and copied; nothing is offered for them.
  await page.locator(".p[data-start]").nth(4).dblclick();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe("");
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  await page.locator(".sno").first().click();
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Go through them/ })).toHaveCount(0);

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette.getByRole("option", { name: /Next unverified claim/ })).toBeVisible();
  const offered = await palette.getByRole("option").allTextContents();
  expect(offered.join("\n")).not.toMatch(/Status:|Verdict|Write rationale|Add |Undo|Tag|Assign|Split|Nothing to check/);
  await page.keyboard.press("Escape");

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(keys.getByText("Read-only workspace: without the keys that edit")).toBeVisible();
  await expect(keys.getByText("Next, previous mention")).toBeVisible();
  await expect(keys.getByText("Write rationale")).toHaveCount(0);
  await accessible();
});
