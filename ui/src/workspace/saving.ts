/** Exports saved to files: the host asks where to, and writes them as a job. */
import { backend, type ExportRequest, type Job, type JobState, toCommandError } from "../backend";
import { toasts } from "../controls";
import { plural } from "../text/plural";
import { edits } from "./edits";
import { follow } from "./work";

/**
 * Asks where to, writes the export there and says so, with the way to the file. Returns whether it was written.
 *
 * @param record what one of its records is called
 * @param hear hears how far it is
 */
export async function saveExport(
  request: ExportRequest,
  record: string,
  hear: (job: Job) => void = () => {},
): Promise<boolean> {
  let ended: JobState | null;
  try {
    ended = await follow(() => backend.call("export.start", { request }), hear);
  } catch (thrown) {
    const error = toCommandError(thrown);
    if (error.code === "cancelled") toasts.show({ text: "Stopped. Nothing was written." });
    else edits.report(error);
    return false;
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
