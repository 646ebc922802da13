import { expect, test } from "../support/test.ts";

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
