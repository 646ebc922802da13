/** What the sheet of history is to show when it opens: a screen may ask for one document's. */
import { commands } from "../keys";

class Asked {
  /** The document's key; nothing for the whole workspace. */
  document = $state<number | null>(null);
}

export const asked = new Asked();

/** Shows what was done with a document and its claims. */
export function showDocumentHistory(document: number): void {
  asked.document = document;
  commands.run("workspace.history");
}
