/** Exports saved to files: the host asks where to, and writes them as a job. */
import { backend, type ExportRequest, type Job, type JobState, toCommandError } from "../backend";
import { toasts } from "../controls";
import { plural } from "../text/plural";
import { edits } from "./edits";
import { jobs } from "./jobs.svelte";
import { follow } from "./work";

/**
 * Asks where to, writes the export there and says so, with the way to the file. Returns whether it was written.
 *
 * @param record what one of its records is called
 * @param hear hears how far it is
 */
export function saveExport(
  request: ExportRequest,
  record: string,
  hear: (job: Job) => void = () => {},
): Promise<boolean> {
  return toItsEnd(() => backend.call("export.start", { request }), record, hear);
}

/**
 * Goes on with the exports that were begun before the page was loaded: says how far each is, with its Stop, and how it ended,
 * also where it has ended meanwhile.
 */
export async function takeUpExports(): Promise<void> {
  const begun = await edits.attempt(() => backend.call("jobs.list", null));
  for (const { id, kind } of begun ?? []) if (kind === "export") void takeUp(id);
}

async function takeUp(id: number): Promise<void> {
  let toast: number | null = null;
  const hear = ({ title, note, done }: Job): void => {
    const text = `${title}: ${note}, ${Math.floor(done * 100)} %`;
    if (toast !== null) return toasts.tell(toast, text);
    toast = toasts.show({ text, stays: true, action: { label: "Stop", run: () => void jobs.cancel(id) } });
  };
  // Asked anew once its notices are heard: it may have ended since the list was made.
  const now = async (): Promise<Job | null> =>
    (await backend.call("jobs.list", null)).find((job) => job.id === id) ?? null;
  await toItsEnd(now, "record", hear);
  if (toast !== null) toasts.dismiss(toast);
}

/** Hears of an export until it has ended, and says how. Returns whether it was written. */
async function toItsEnd(start: () => Promise<Job | null>, record: string, hear: (job: Job) => void): Promise<boolean> {
  let job = null as Job | null;
  let ended: JobState | null;
  try {
    ended = await follow(async () => (job = await start()), hear);
  } catch (thrown) {
    const error = toCommandError(thrown);
    if (error.code === "cancelled") toasts.show({ text: "Stopped. Nothing was written." });
    else edits.report(error);
    return false;
  } finally {
    // Said here, it is not said again by a page that is loaded anew.
    if (job) void backend.call("jobs.forget", { id: job.id }).catch(() => {});
  }
  if (ended?.kind !== "exported") return false;
  const { path, records } = ended.saved;
  const run = (): void => void edits.attempt(() => backend.call("system.reveal", { path }));
  toasts.show({
    text: `${plural(records, record)} exported`,
    icon: "file-check",
    action: { label: "Show file", run },
  });
  return true;
}
