import { expect, test } from "../support/test.ts";
import { type Page } from "@playwright/test";

/** The host of a browser saves no files: it is asked about exports as the window's host would answer. */
async function exporting(page: Page, state: () => object): Promise<string[]> {
  const asked: string[] = [];
  await page.route("**/call", async (route) => {
    const { name, arg } = route.request().postDataJSON() as {
      name: string;
      arg: { id: number } | null;
    };
    const job = {
      id: 7,
      kind: "export",
      title: "test-verified.csv",
      note: "Reading claims",
      done: 0.42,
      state: state(),
    };
    if (name === "jobs.list") return route.fulfill({ json: { ok: [job] } });
    if (name !== "jobs.cancel" && name !== "jobs.forget")
      return route.continue();
    asked.push(`${name} ${arg?.id}`);
    return route.fulfill({ json: { ok: null } });
  });
  return asked;
}

test("an export that is under way is shown again when the page is loaded again, and can be stopped", async ({
  page,
  host,
  accessible,
}) => {
  const asked = await exporting(page, () => ({ kind: "running" }));
  await page.goto(host.url);
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText(
    "test-verified.csv: Reading claims, 42 %",
  );
  await page.reload();
  await expect(messages).toContainText(
    "test-verified.csv: Reading claims, 42 %",
  );
  await accessible();
  await messages.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => asked).toEqual(["jobs.cancel 7"]);
});

test("an export that ended while the page was loaded again says so", async ({
  page,
  host,
}) => {
  const saved = { path: "exports/test-verified.csv", records: 12, warnings: [] };
  const asked = await exporting(page, () => ({ kind: "exported", saved }));
  await page.goto(host.url);
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages).toContainText("12 records exported");
  await expect(
    messages.getByRole("button", { name: "Show file" }),
  ).toBeVisible();
  expect(asked).toEqual(["jobs.forget 7"]);
});
