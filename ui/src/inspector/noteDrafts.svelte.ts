/** Notes that were begun and not saved: they stay with their claim while another is in hand. */
import type { NoteKind } from "../backend";

export class NoteDraft {
  kind = $state<NoteKind>("note");
  words = $state("");
}

const drafts = new Map<number, NoteDraft>();

export const noteDrafts = {
  /** The draft of a claim's next note. */
  of(claim: number): NoteDraft {
    const draft = drafts.get(claim) ?? new NoteDraft();
    drafts.set(claim, draft);
    return draft;
  },
};
