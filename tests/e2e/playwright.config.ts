// The same interface as in the window, in the system's own Chromium, on the browser host `assay-web`.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "specs",
  outputDir: "results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  // On a machine shared with others a key may come before the page: what passes only again is listed as flaky.
  retries: process.env["CI"] === "true" ? 2 : 0,
  forbidOnly: process.env["CI"] === "true",
  reporter: "list",
  use: {
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    colorScheme: "light",
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: process.env["ASSAY_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        // Root in a container has no sandbox, and /dev/shm there is small.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        // The browser itself talks to nobody.
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});
