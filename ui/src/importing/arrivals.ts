/** What is said and shown when an import has come in. */
import { backend, type ImportReport } from "../backend";
import { toasts } from "../controls";
import { keyOf } from "../keys";
import { here } from "../place";
import { plural } from "../text/plural";
import { changes, edits } from "../workspace";

/** A title longer than this, in UTF-16 units, is cut in a toast. */
const TITLE = 60;

/** The words for an import: `Imported “Title”, 21 claims suggested`. */
export function arrivalWords(report: ImportReport): string {
  const claims = report.documents.reduce((sum, document) => sum + document.claims, 0);
  const [first, ...others] = report.documents;
  const what = first && others.length === 0 ? `“${short(first.title)}”` : plural(report.documents.length, "article");
  return `Imported ${what}, ${claims === 0 ? "no claims found" : `${plural(claims, "claim")} suggested`}`;
}

function short(title: string): string {
  return title.length <= TITLE ? title : `${title.slice(0, TITLE - 1).trimEnd()}…`;
}

/** Tells of imports that come in until the function returned is called. */
export function followArrivals(): () => void {
  return changes.onJob(({ job }) => {
    if (job.state.kind === "done" && job.state.report.documents.length > 0) void arrive(job.state.report);
  });
}

async function arrive(report: ImportReport): Promise<void> {
  const key = keyOf("undo");
  const action = { label: "Undo", ...(key ? { key } : {}), run: () => void edits.undo() };
  const limits = report.documents.find((document) => document.limits)?.limits;
  toasts.show({ text: arrivalWords(report), ...(limits ? { detail: limits } : {}), icon: "file-check", action });
  if (here.place.name !== "library") return;
  // The first documents of a workspace: their claims are what to look at. Later ones join the others in the library.
  const info = await edits.attempt(() => backend.call("workspace.info", null));
  if (here.place.name !== "library") return;
  const first = report.documents[0];
  if (info && info.documents <= report.documents.length) here.go({ name: "claims" });
  else if (first) here.go({ name: "library", document: `D${first.key}` });
}
