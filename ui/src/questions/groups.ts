/** Open questions by the document that they are asked of. */
import type { OpenQuestion } from "../backend";

export interface Group {
  document: string;
  questions: readonly OpenQuestion[];
}

/** In the order in which the documents first come up. */
export function byDocument(questions: readonly OpenQuestion[]): Group[] {
  const groups = new Map<string, OpenQuestion[]>();
  for (const question of questions) {
    const document = question.document ?? "No document";
    groups.set(document, [...(groups.get(document) ?? []), question]);
  }
  return [...groups].map(([document, questions]) => ({ document, questions }));
}
