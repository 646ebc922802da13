/** Work on many claims as a job of the host: how far it is, and how it ended. */
import { type Job, type Outcome, type TakenBack, toCommandError } from "../backend";
import { changes } from "./changes";

const STOPPED = { code: "cancelled", message: "Stopped. Nothing was changed." };

/**
 * Starts a job and hears how far it is until it has ended, unless it was done at once; rejects with what it failed with, or
 * that it was stopped.
 */
export function work(start: () => Promise<TakenBack>, hear: (job: Job) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    /** Its number, once the host has given it one; what it said before is looked at then. */
    let id: number | null = null;
    const early: Job[] = [];
    const stop = changes.onJob(({ job }) => listen(job));
    function listen(job: Job): void {
      if (id === null) early.push(job);
      if (job.id !== id) return;
      if (job.state.kind === "running") return hear(job);
      id = -1;
      stop();
      if (job.state.kind === "edited") resolve(job.state.outcome);
      else reject(toCommandError(job.state.kind === "failed" ? job.state.error : STOPPED));
    }
    start().then(
      (begun) => {
        if (begun.kind === "done") {
          stop();
          return resolve(begun.outcome);
        }
        id = begun.job.id;
        for (const one of [begun.job, ...early]) listen(one);
      },
      (thrown: unknown) => {
        stop();
        reject(toCommandError(thrown));
      },
    );
  });
}
