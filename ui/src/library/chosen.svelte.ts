/** The document that the cursor is on; the table moves it, the inspector shows it. */
import type { DocumentSummary } from "../backend";
import { here } from "../place";
import { workspace } from "../workspace";

class Chosen {
  /** Its reference; nothing until one was chosen. */
  ref = $state<string | null>(null);

  /** The document: the one chosen, else the first there is. */
  get document(): DocumentSummary | null {
    const documents = workspace.documents ?? [];
    return documents.find((one) => one.ref === this.ref) ?? documents[0] ?? null;
  }

  /** Its place in the list; -1 where there are no documents. */
  get index(): number {
    const document = this.document;
    return document ? (workspace.documents?.indexOf(document) ?? -1) : -1;
  }

  /** Moves by so many rows and stays within the list. */
  move(by: number): void {
    const documents = workspace.documents ?? [];
    const next = documents[Math.min(Math.max(this.index + by, 0), documents.length - 1)];
    if (next) this.ref = next.ref;
  }

  /** Opens it in the reader. */
  open(): void {
    if (this.document) here.go({ name: "reader", document: this.document.ref });
  }
}

export const chosen = new Chosen();
