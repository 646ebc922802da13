// The test of this folder: with a home, a host, and a page on which nothing may go wrong unseen.
import { expect, test as base } from "@playwright/test";
import axe from "axe-core";

import { Home, NOW } from "./home.ts";
import { Host } from "./host.ts";

interface Fixtures {
  home: Home;
  host: Host;
  /** What went wrong on the page so far. A test that causes an error on purpose takes it out again. */
  reports: string[];
  /** Fails with every accessibility rule that the page breaks now. */
  accessible: () => Promise<void>;
}

export const test = base.extend<Fixtures>({
  home: async ({}, use) => {
    const home = new Home();
    await use(home);
    home.remove();
  },

  host: async ({ home }, use) => {
    const host = new Host(home);
    try {
      await host.start();
      await use(host);
    } finally {
      await host.stop();
    }
  },

  reports: async ({}, use) => {
    const reports: string[] = [];
    await use(reports);
    expect(reports, "errors and reports of the content security policy").toEqual([]);
  },

  // Set up after the host and so torn down before it: what the page asks of a host that is being ended is no fault.
  page: async ({ page, reports, host: _ }, use) => {
    page.on("console", (message) => {
      if (message.type() === "error") reports.push(message.text());
    });
    page.on("pageerror", (error) => reports.push(error.message));
    page.on("request", (request) => {
      const { protocol, hostname } = new URL(request.url());
      const local = hostname === "127.0.0.1" || protocol === "data:" || protocol === "blob:";
      if (!local) reports.push(`The page asked for ${request.url()}`);
    });
    // A blocked style or image is not always an error on the console; the event always comes.
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`Blocked by ${event.effectiveDirective}: ${event.blockedURI}`);
      });
    });
    await page.clock.setFixedTime(NOW);
    await use(page);
    page.removeAllListeners("console");
  },

  accessible: async ({ page }, use) => {
    await use(async () => {
      await page.evaluate(axe.source);
      // Half-way through a change of colour nothing has the contrast that it will have.
      await page.evaluate(() => {
        const short = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
        return Promise.allSettled(short.map(({ finished }) => finished));
      });
      const broken = await page.evaluate(async () => {
        const result = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
        // The rows of a grid scroll with the keys that the grid itself takes; axe looks for focus only inside them.
        const scrolledByGrid = (target: string): boolean =>
          document.querySelector(target)?.closest('[role="grid"][tabindex="0"]') != null;
        // An open menu lies over the page, and holds the focus as a dialog does.
        const ofMenu = (target: string): boolean => {
          const at = document.querySelector(target);
          return at?.closest('[role="menu"]') != null || at?.querySelector('[role="menu"]') != null;
        };
        return result.violations
          .map(({ id, help, nodes }) => ({
            rule: `${id}: ${help}`,
            at: nodes
              .map((node) => node.target.join(" "))
              .filter((target) => !(id === "scrollable-region-focusable" && scrolledByGrid(target)))
              .filter((target) => !(id === "region" && ofMenu(target))),
          }))
          .filter(({ at }) => at.length > 0);
      });
      expect(broken).toEqual([]);
    });
  },
});

export { expect };
