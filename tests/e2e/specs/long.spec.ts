// A document of 500 pages: few nodes, every place at once, and what the eye is on stays where it is.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Page } from "@playwright/test";

import { type Host } from "../support/host.ts";
import { expect, test } from "../support/test.ts";

/** The drawn article and its strip have at most so many nodes, text and comments counted. */
const MOST_NODES = 6000;
const WORDS = 300_000;
const LAST = "Here the long report ends.";

test.setTimeout(240_000);

/** Paragraphs of one to six sentences, about every fifth with something to check; the same each time. */
function longText(): string {
  let seed = 7;
  const any = <T>(from: readonly T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return from[seed % from.length] as T;
  };
  const number = (below: number) => any(Array.from({ length: below }, (_, index) => index + 2));
  const plain = [
    "The morning was quiet and nobody at the station spoke about the day before.",
    "People stood in small groups, talked about the harvest and went home when the rain began to fall again.",
    "It was a long walk, and at its end there was only the old house with the garden that everybody knew.",
    "She thought of the letters, of the unanswered questions, and of the road that led down to the harbour.",
  ];
  const checked = [
    () => `The budget rose by ${number(90)} per cent in ${1950 + number(70)}.`,
    () => `A spokesman said that ${number(900)},000 people lived in the district in ${1950 + number(70)}.`,
  ];
  const paragraphs = ["A long report"];
  for (let words = 0; words < WORDS;) {
    const sentences = Array.from({ length: number(5) - 1 }, () => (number(10) < 4 ? any(checked)() : any(plain)));
    const paragraph = sentences.join(" ");
    words += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return [...paragraphs, LAST].join("\n\n") + "\n";
}

async function read(page: Page, host: Host): Promise<void> {
  const file = join(host.home.folder, "long.txt");
  writeFileSync(file, longText());
  host.assay("import", file);
  await page.goto(host.url);
  await page
    .getByRole("navigation")
    .first()
    .getByRole("button", { name: /A long report/ })
    .click({ timeout: 30_000 });
  await expect(page.locator(".read .p[data-start]").first()).toBeVisible({ timeout: 30_000 });
}

const article = (page: Page) => page.getByRole("region", { name: "Article" });

function nodes(page: Page): Promise<number> {
  return article(page).evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  });
}

/** The first block that is seen, and its top in the window. */
function firstSeen(page: Page): Promise<{ start: string; top: number }> {
  return article(page).evaluate((element) => {
    const frame = element.getBoundingClientRect();
    for (const block of element.querySelectorAll<HTMLElement>("[data-start]")) {
      const { top, bottom } = block.getBoundingClientRect();
      if (bottom > frame.top) return { start: block.dataset["start"] ?? "", top };
    }
    throw new Error("nothing is seen");
  });
}

/** Two frames: what was scrolled is drawn, measured and put right. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

async function scrollTo(page: Page, share: number): Promise<void> {
  await article(page).evaluate((element, part) => (element.scrollTop = part * element.scrollHeight), share);
  await settled(page);
}

test("a document of 500 pages", async ({ page, host, accessible }) => {
  await read(page, host);
  await settled(page);

  await test.step("draws only what is near, wherever it is scrolled", async () => {
    for (const share of [0, 0.2, 0.5, 0.77, 1, 0.4]) {
      await scrollTo(page, share);
      expect(await nodes(page), `at ${share}`).toBeLessThan(MOST_NODES);
      // Nothing that is seen is empty.
      const gap = await article(page).evaluate((element) => {
        const frame = element.getBoundingClientRect();
        const blocks = [...element.querySelectorAll("[data-start]")].map((block) => block.getBoundingClientRect());
        const last = Math.max(...blocks.map(({ bottom }) => bottom));
        const first = Math.min(...blocks.map(({ top }) => top));
        return { above: first - frame.top, below: frame.bottom - last };
      });
      if (share > 0) expect(gap.above).toBeLessThanOrEqual(0);
      if (share < 1) expect(gap.below).toBeLessThanOrEqual(0);
    }
    await accessible();
  });

  await test.step("goes to its end and its beginning at once", async () => {
    await article(page).focus();
    await page.keyboard.press("End");
    await expect(page.getByText(LAST)).toBeInViewport();
    await page.keyboard.press("Home");
    await expect(page.locator(".sno[data-n='1']")).toBeInViewport();
  });

  await test.step("keeps what is seen in its place while claims change", async () => {
    await scrollTo(page, 0.6);
    const before = await firstSeen(page);
    const claims = await page.locator(".m[data-mention]").evaluateAll((boxes) => {
      return [...new Set(boxes.map((box) => (box as HTMLElement).dataset["claim"] ?? ""))];
    });
    expect(claims.length).toBeGreaterThan(3);
    const sent: { name: string; bytes: number }[] = [];
    const heard: Promise<void>[] = [];
    page.on("response", (response) => {
      const asked = response.request().postData();
      if (!asked?.includes('"documents.')) return;
      const { name } = JSON.parse(asked) as { name: string };
      heard.push(response.body().then((body) => void sent.push({ name, bytes: body.length })));
    });
    // Claims above what is seen, in it and below it lose their signs, so that lines break anew.
    for (const claim of claims.slice(0, 3)) host.assay("set", `TE-${claim}`, "status=dismissed");
    await expect(page.locator(`.m[data-claim="${claims[2]}"]`)).toHaveCount(0, { timeout: 20_000 });
    await settled(page);
    const after = await firstSeen(page);
    expect(after.start).toBe(before.start);
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1);
    // Only what the edits changed was fetched, not the text again.
    await Promise.all(heard);
    page.removeAllListeners("response");
    expect(sent.map(({ name }) => name)).toContain("documents.checking");
    expect(sent.map(({ name }) => name)).not.toContain("documents.get");
    expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeLessThan(50_000);
  });

  await test.step("has a key whose figures of five digits stand below their words, like the others", async () => {
    const rows = await page.locator("#coverage-key > div").evaluateAll((all) =>
      all.map((row) => {
        const [name, figure] = [row.childNodes, row.querySelector("b")].map((one) => {
          const range = document.createRange();
          if (one instanceof Element) range.selectNodeContents(one);
          else range.selectNode([...(one as NodeList)].find((node) => node.nodeName === "#text" && node.textContent?.trim())!);
          return range.getBoundingClientRect();
        }) as [DOMRect, DOMRect];
        const frame = row.closest(".strip-in")!.getBoundingClientRect();
        return { below: figure.top >= name.bottom - 4, under: Math.abs(figure.left - name.left), in: figure.right <= frame.right };
      }),
    );
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toMatchObject({ below: true, in: true });
      expect(row.under).toBeLessThan(2);
    }
  });

  await test.step("moves evenly up through what was never drawn", async () => {
    await scrollTo(page, 0.45);
    await article(page).evaluate((element) => {
      // After each frame: how far each block that was drawn before has moved.
      let last = new Map<string, number>();
      const steps: number[] = [];
      Object.assign(globalThis, { steps });
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const tops = new Map<string, number>();
        for (const block of element.querySelectorAll<HTMLElement>("[data-start]"))
          tops.set(block.dataset["start"] ?? "", block.getBoundingClientRect().top);
        for (const [start, top] of tops) steps.push(top - (last.get(start) ?? top));
        last = tops;
      };
      const frame = (): void => {
        port2.postMessage(null);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    await article(page).hover();
    for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, -160);
    await settled(page);
    const steps = await page.evaluate(() => (globalThis as unknown as { steps: number[] }).steps);
    expect(Math.max(...steps)).toBeGreaterThan(100);
    expect(Math.min(...steps), "nothing jumps back").toBeGreaterThanOrEqual(-1);
  });

  await test.step("keeps its place when the window gets narrower and wide again", async () => {
    const before = await firstSeen(page);
    await page.setViewportSize({ width: 1110, height: 900 });
    await settled(page);
    expect((await firstSeen(page)).start).toBe(before.start);
    await page.setViewportSize({ width: 1440, height: 900 });
    await settled(page);
    const after = await firstSeen(page);
    expect(after.start).toBe(before.start);
    expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(28);
  });

  await test.step("keeps a selection while it is out of sight", async () => {
    const block = page.locator(".p[data-start]", { hasText: /^The morning/ }).last();
    await block.scrollIntoViewIfNeeded();
    await settled(page);
    const words = await block.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return element.textContent;
    });
    await expect(page.getByRole("toolbar", { name: "Selected text" })).toBeVisible();
    await scrollTo(page, 0.1);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(words);
    expect(await nodes(page)).toBeLessThan(MOST_NODES);
    await page.keyboard.press("Escape");
  });

  await test.step("goes to any claim and any sentence", async () => {
    const strip = page.getByRole("slider", { name: "Coverage" });
    await strip.focus();
    await page.keyboard.press("End");
    await expect(page.getByText(LAST)).toBeInViewport();
    await page.keyboard.press("k");
    await expect(page.locator(".m.hand.b").first()).toBeInViewport();
    await page.keyboard.press("j");
    expect(await nodes(page)).toBeLessThan(MOST_NODES);
  });
});

test("what scrolling costs", async ({ page, host, browser }) => {
  await read(page, host);
  await scrollTo(page, 0.3);
  await browser.startTracing(page, { categories: ["devtools.timeline"] });
  const frames = await article(page).evaluate(async (element) => {
    let count = 0;
    for (; count < 100; count += 1) {
      element.scrollTop += 120;
      await new Promise(requestAnimationFrame);
    }
    return count;
  });
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; ph: string; tid: number; pid: number; tdur?: number }[];
  };
  // The thread's own time, since other programs run on the machine too.
  const spent = new Map<string, number>();
  for (const { name, ph, pid, tid, tdur } of trace.traceEvents)
    if (ph === "X" && name === "FunctionCall")
      spent.set(`${pid} ${tid}`, (spent.get(`${pid} ${tid}`) ?? 0) + (tdur ?? 0) / 1000);
  const script = Math.max(...spent.values()) / frames;
  test.info().annotations.push({ type: "script per scrolled frame", description: `${script.toFixed(2)} ms` });
  console.log(`script per scrolled frame: ${script.toFixed(2)} ms over ${frames} frames`);
  // Far above the aim of 4 ms, which is measured on a quiet machine: this only catches what went badly wrong.
  expect(script).toBeLessThan(30);
});
