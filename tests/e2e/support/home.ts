// A temporary home: nothing of the person who runs the tests is read or written.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The time that the host and the page take for now. */
export const NOW = "2026-11-23T13:42:00Z";

/** The top folder of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The sample article that ships in the app. */
export const SAMPLE = join(ROOT, "src-tauri/crates/engine/sample-article.txt");

/** The folders of a user that programs look up by variable, and where they are below the temporary one. */
const HOMES = {
  HOME: "home",
  XDG_DATA_HOME: "home/data",
  XDG_CONFIG_HOME: "home/config",
  XDG_CACHE_HOME: "home/cache",
  XDG_STATE_HOME: "home/state",
};

export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), "assay-e2e-"));
  readonly workspace = join(this.folder, "test.assay");

  constructor() {
    for (const below of Object.values(HOMES)) mkdirSync(join(this.folder, below), { recursive: true });
  }

  /** The environment that ties a program to this home, with a fixed clock and zone. */
  environment(): NodeJS.ProcessEnv {
    const homes = Object.entries(HOMES).map(([variable, below]) => [variable, join(this.folder, below)]);
    return { ...process.env, ...Object.fromEntries(homes), TZ: "UTC", LC_ALL: "C.UTF-8", ASSAY_CLOCK: NOW };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A program of ours, from the folder that `cargo xtask` names or the one that plain cargo builds into. */
export function program(name: string): string {
  const folder = process.env["ASSAY_BINARIES"] ?? join(ROOT, "target/debug");
  return join(folder, process.platform === "win32" ? `${name}.exe` : name);
}
