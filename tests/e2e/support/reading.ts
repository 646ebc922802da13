// Opens a document of the workspace in the reader.
import { expect, type Page } from "@playwright/test";

import { SAMPLE } from "./home.ts";
import { type Host } from "./host.ts";

/** Imports a file, the sample if none is named, and opens it in the reader. */
export async function read(page: Page, host: Host, file = SAMPLE): Promise<void> {
  host.assay("import", file);
  await open(page, host);
}

/** Opens the newest document of the workspace in the reader. */
export async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await page.locator(".side-docs .nav").first().click();
  await expect(page.getByRole("region", { name: "Article" })).toBeVisible();
}

/** What the clipboard holds; the page may read it only where that was granted. */
export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What has the focus, in words, and whether that can be seen: its role, its name, and its outline's width. */
export async function focused(page: Page): Promise<{ role: string; name: string; ring: boolean; seen: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const named = at.getAttribute("aria-labelledby");
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : [];
    const name =
      at.getAttribute("aria-label") ??
      (named ? document.getElementById(named)?.textContent : null) ??
      labels[0]?.textContent ??
      at.textContent ??
      "";
    // A field draws its ring around its frame.
    const ringed = [at, at.parentElement, at.closest(".field, .ta")].filter((one) => one !== null);
    const ring = ringed.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || /\b2px/.test(boxShadow);
    });
    const box = at.getBoundingClientRect();
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { role: at.getAttribute("role") ?? at.tagName.toLowerCase(), name: name.trim(), ring, seen };
  });
}
