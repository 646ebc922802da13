/** Long work: imports under way, and how the last ones ended. */
import { backend, type ImportOptions, type Input, type Job } from "../backend";
import { changes } from "./changes";
import { edits } from "./edits";

const PLAIN: ImportOptions = {
  metadata: { title: null, publisher: null, url: null, published: null, authors: null },
  find: true,
};

class Jobs {
  /** At work, and ended badly until dismissed; oldest first. */
  shown = $state.raw<readonly Job[]>([]);
  /** What came in last, until it is taken: keys of documents. */
  arrived = $state.raw<readonly number[]>([]);

  /** Keeps the jobs right. Returns what stops that. */
  follow(): () => void {
    return changes.onJob(({ job }) => this.#put(job));
  }

  async start(inputs: Input[], options: ImportOptions = PLAIN): Promise<void> {
    const job = await edits.attempt(() => backend.call("import.start", { inputs, options }));
    if (job && !this.shown.some((one) => one.id === job.id)) this.#put(job);
  }

  /** Asks for files and imports them. */
  async choose(options: ImportOptions = PLAIN): Promise<void> {
    const job = await edits.attempt(() => backend.call("import.choose", { options }));
    if (job && !this.shown.some((one) => one.id === job.id)) this.#put(job);
  }

  async cancel(id: number): Promise<void> {
    await edits.attempt(() => backend.call("jobs.cancel", { id }));
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  #put(job: Job): void {
    // An edit of many claims and an export are shown where they were asked for.
    if (job.kind !== "import") return;
    const { state } = job;
    if (state.kind === "done") this.arrived = state.report.documents.map((one) => one.key);
    const over = state.kind === "cancelled" || (state.kind === "done" && state.report.failures.length === 0);
    const others = this.shown.filter((one) => one.id !== job.id);
    this.shown = over ? others : [...others, job].sort((one, other) => one.id - other.id);
  }
}

export const jobs = new Jobs();
