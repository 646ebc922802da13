import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  build: {
    target: "safari16.4",
    // A polyfill or an inlined asset would need script or data addresses that the window's content policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The host serves everything from one place, so one file each is quickest.
    chunkSizeWarningLimit: 1024,
  },
  server: { host: "127.0.0.1", port: 5174, strictPort: true },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.ts", "architecture.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
    // Dates are shown in the reader's own zone; the tests must not depend on the machine's.
    env: { TZ: "UTC" },
  },
});
