/** Long work as a job of the host: how far it is, and how it ended. */
import { type Job, type JobState, type Outcome, type TakenBack, toCommandError } from "../backend";
import { changes } from "./changes";

const STOPPED = { code: "cancelled", message: "Stopped. Nothing was changed." };

/**
 * Starts a job and hears how far it is until it has ended; resolves with how, or with nothing where none was begun. Rejects
 * with what it failed with, or that it was stopped.
 */
export function follow(start: () => Promise<Job | null>, hear: (job: Job) => void): Promise<JobState | null> {
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
      if (job.state.kind === "failed") reject(toCommandError(job.state.error));
      else if (job.state.kind === "cancelled") reject(toCommandError(STOPPED));
      else resolve(job.state);
    }
    start().then(
      (begun) => {
        if (begun === null) {
          stop();
          return resolve(null);
        }
        id = begun.id;
        // What was said before the host gave the number may be older than what it gave.
        for (const one of [begun, ...early.filter(({ done }) => done >= begun.done)]) listen(one);
      },
      (thrown: unknown) => {
        stop();
        reject(toCommandError(thrown));
      },
    );
  });
}

/** The same with an edit of claims, which may be done at once. */
export async function work(start: () => Promise<TakenBack>, hear: (job: Job) => void): Promise<Outcome> {
  const atOnce: Outcome[] = [];
  const state = await follow(async () => {
    const begun = await start();
    if (begun.kind !== "done") return begun.job;
    atOnce.push(begun.outcome);
    return null;
  }, hear);
  const outcome = state?.kind === "edited" ? state.outcome : atOnce[0];
  if (!outcome) throw new Error("A job that edits ended as another sort of job.");
  return outcome;
}
