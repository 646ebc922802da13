/** The writing of an export to a file, as the sheet shows it that it was asked for in. */
import type { ExportRequest, Job } from "../backend";
import { announce } from "../controls";
import { jobs, saveExport } from "../workspace";

export class Writing {
  /** From the question where to save it until it has ended. */
  saving = $state(false);
  /** While the file is written. */
  job = $state.raw<Job | null>(null);
  /** How far it is, in per cent. */
  readonly share = $derived(Math.round((this.job?.done ?? 0) * 100));
  /** What is being done and how far it is. */
  readonly words = $derived(this.job ? `${this.job.note}, ${this.share} %` : "");
  #said = 0;

  /**
   * Asks where to and writes the export there. Returns whether it was written.
   *
   * @param record what one of its records is called
   */
  async save(request: ExportRequest, record: string): Promise<boolean> {
    if (this.saving) return false;
    [this.saving, this.#said] = [true, 0];
    const saved = await saveExport(request, record, (job) => this.#hear(job));
    [this.saving, this.job] = [false, null];
    return saved;
  }

  /** Stops it. */
  async stop(): Promise<void> {
    if (this.job) await jobs.cancel(this.job.id);
  }

  #hear(job: Job): void {
    this.job = job;
    // Read out every tenth.
    const tenth = Math.floor(this.share / 10) * 10;
    if (tenth > this.#said) announce(`${tenth} per cent`);
    this.#said = Math.max(tenth, this.#said);
  }
}
