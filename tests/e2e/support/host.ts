// The browser host, one for each test: its own port, token and workspace.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";

import { type Home, program } from "./home.ts";

/** How long the host may take to say where it listens. */
const PATIENCE = 20_000;

export class Host {
  /** The address of the page, with the token that lets it in. */
  url = "";
  private process: ChildProcess | undefined;
  private said = "";

  constructor(readonly home: Home) {}

  async start(): Promise<void> {
    const arguments_ = ["--workspace", this.home.workspace, "--port", "0"];
    const host = spawn(program("assay-web"), arguments_, {
      env: this.home.environment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.process = host;
    host.stderr.on("data", (chunk: Buffer) => (this.said += chunk.toString()));
    const first = new Promise<string>((resolve, reject) => {
      createInterface(host.stdout).once("line", resolve);
      host.once("error", reject);
      host.once("exit", (code) => reject(new Error(`assay-web ended with ${code}:\n${this.said}`)));
      setTimeout(() => reject(new Error(`assay-web did not say where it listens:\n${this.said}`)), PATIENCE).unref();
    });
    const { url } = JSON.parse(await first) as { url: string };
    if (!url.startsWith("http://127.0.0.1:")) throw new Error(`assay-web listens beyond this machine: ${url}`);
    this.url = url;
  }

  async stop(): Promise<void> {
    const host = this.process;
    this.process = undefined;
    if (!host || host.exitCode !== null || host.signalCode !== null) return;
    const ended = once(host, "exit");
    host.kill("SIGKILL");
    await ended;
  }

  /** Ends the host and starts it anew on the same workspace. Its address changes. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Puts made-up claims in place of the workspace. */
  async madeUp(claims: number): Promise<void> {
    await this.stop();
    for (const suffix of ["", "-wal", "-shm"]) rmSync(`${this.home.workspace}${suffix}`, { force: true });
    this.assay("bench-data", String(claims), this.home.workspace);
    await this.start();
  }

  /** The command line on the same workspace; what it printed. */
  assay(...words: string[]): string {
    const all = ["--workspace", this.home.workspace, ...words];
    return execFileSync(program("assay"), all, { env: this.home.environment(), encoding: "utf8" });
  }
}
