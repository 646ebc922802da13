/** What is said and shown when an import has come in. */
import { backend, type ImportReport } from "../backend";
import { toasts } from "../controls";
import { keyOf } from "../keys";
import { compareDocument, countNear } from "../near";
import { here } from "../place";
import { figure, plural } from "../text/plural";
import { changes, edits } from "../workspace";

/** A title longer than this, in UTF-16 units, is cut in a toast. */
const TITLE = 60;
/** Of many articles at once, so many are looked through for claims that others have. */
const LOOKED_THROUGH = 5;

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
  void tellNear(report);
  if (here.place.name !== "library") return;
  // The first documents of a workspace: their claims are what to look at. Later ones join the others in the library.
  const info = await edits.attempt(() => backend.call("workspace.info", null));
  if (here.place.name !== "library") return;
  const first = report.documents[0];
  if (info && info.documents <= report.documents.length) here.go({ name: "claims" });
  else if (first) here.go({ name: "library", document: `D${first.key}` });
}

/** Says which of the claims that came in may be there already, with the way to compare them. */
async function tellNear(report: ImportReport): Promise<void> {
  const found = report.documents.filter(({ claims }) => claims > 0).slice(0, LOOKED_THROUGH);
  for (const { key, title } of found) {
    const { near, more } = await countNear(key);
    if (near === 0) continue;
    const claims = more ? `${figure(near)} or more claims` : plural(near, "claim");
    const text = `${claims} of “${short(title)}” may be the same as others`;
    toasts.show({ text, icon: "square-stack", action: { label: "Compare", run: () => compareDocument(key) } });
    return;
  }
}
