// Lists that are asked for faster than they come: what is typed ahead, and keys before the first list is there.
import { type Page } from "@playwright/test";

import { SAMPLE } from "../support/home.ts";
import { expect, test } from "../support/test.ts";

interface Call {
  name: string;
  arg: { query?: string } | null;
}

/** Holds questions back on their way to the host, in milliseconds; tells what each of a list was answered. */
async function slowed(
  page: Page,
  late: (call: Call) => number,
): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  await page.route("**/call", async (route) => {
    const call = route.request().postDataJSON() as Call;
    await new Promise((go) => setTimeout(go, late(call)));
    const answer = await route.fetch();
    if (call.name === "claims.page") {
      const body = (await answer.json()) as { error?: { code: string } };
      answers.push([call.arg?.query ?? "", body.error?.code ?? "ok"]);
    }
    await route.fulfill({ response: answer });
  });
  return answers;
}

test("what is typed ahead is overtaken, and never shown out of order", async ({
  page,
  host,
}) => {
  host.assay("import", SAMPLE);
  const said = host.assay(
    "--json",
    "set",
    "--query",
    "lavrov",
    "priority=high",
    "--dry-run",
  );
  const { claims } = JSON.parse(said) as { claims: number };
  expect(claims).toBeGreaterThan(0);
  await page.goto(host.url);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  const foot = page.locator(".statusline > span").first();
  await expect(foot).toHaveText(/^\d+ claims$/);
  const before = (await foot.textContent()) ?? "";
  // Each letter is asked for, and all but the last come to the host after the last.
  const early = ["l", "la", "lav", "lavr", "lavro"];
  const answers = await slowed(page, ({ arg }) =>
    early.includes(arg?.query ?? "") ? 3000 : 0,
  );
  const shown: string[] = [];
  await page.exposeFunction("shown", (text: string) => shown.push(text));
  await foot.evaluate((one) => {
    const tell = (window as unknown as { shown: (text: string) => void }).shown;
    new MutationObserver(() => tell(one.textContent ?? "")).observe(one, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.keyboard.press("/");
  await page.keyboard.type("lavrov", { delay: 250 });
  await expect(foot).toHaveText(new RegExp(`^${claims} of \\d+ claims$`));
  // Longer than the last was held back. On a slow machine two letters may be asked for as one.
  await page.waitForTimeout(4000);
  expect(answers.length).toBeGreaterThan(1);
  // The whole list may be asked for once more before the first letter.
  for (const [query, code] of answers)
    expect(code, query).toBe(early.includes(query) ? "overtaken" : "ok");
  await expect(foot).toHaveText(new RegExp(`^${claims} of \\d+ claims$`));
  const { all } = /^(?<all>\d+)/.exec(before)?.groups ?? {};
  expect(
    shown.filter(
      (text) =>
        !text.startsWith(`${claims} of`) && !text.startsWith(`${all} of`),
    ),
  ).toEqual([]);
  await expect(page.locator(".toast")).toHaveCount(0);
});

test("keys pressed before the list is there are not lost", async ({
  page,
  host,
}) => {
  host.assay("import", SAMPLE);
  const listed = host.assay("--json", "claims").trim().split("\n");
  const third = (JSON.parse(listed[2] ?? "{}") as { ref: string }).ref;
  await slowed(page, ({ name }) => (name === "claims.page" ? 1500 : 0));
  await page.goto(host.url);
  await page.getByRole("navigation").first().waitFor();
  for (const key of ["g", "c", "j", "j", "o"]) await page.keyboard.press(key);
  await expect(page.locator(".toast")).toContainText("set to Open");
  expect(host.assay("--json", "claims", "status:open")).toContain(
    `"ref":"${third}"`,
  );

  // The same by keys that move by more, and into the reader.
  await page.reload();
  await page.getByRole("navigation").first().waitFor();
  for (const key of ["g", "c", "End", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
  // What is still held back then is answered by nobody.
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("an article is fetched once, and what is begun as soon as it is there goes on", async ({
  page,
  host,
}) => {
  host.assay("import", SAMPLE);
  let fetched = 0;
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().waitFor();
  // The library asks for what it shows of the document.
  await page.waitForTimeout(500);
  page.on("request", (request) => {
    const call =
      request.postData() === null ? null : (request.postDataJSON() as Call);
    if (call?.name === "documents.get") fetched += 1;
  });
  await slowed(page, ({ name }) => (name === "documents.get" ? 400 : 0));
  await page.locator(".side-docs .nav").first().click();
  await page.getByRole("button", { name: "Find in the article" }).click();
  const field = page.getByRole("textbox", { name: "Find in the article" });
  await expect(field).toBeFocused();
  await page.keyboard.type("lavrov");
  await page.waitForTimeout(1000);
  await expect(field).toHaveValue("lavrov");
  expect(fetched).toBe(1);
});
