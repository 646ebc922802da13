/** Evidence while a person fills it in: every field as text. */
import type { Evidence, EvidenceDraft, Finding, Place, Source, Stance } from "../backend";
import { blankSource, isSourceFilled, type SourceText, sourceToSend } from "../sources";

/** A source that the workspace has, as far as a form must know it. */
export type KnownSource = Pick<Source, "id" | "ref" | "title">;

export interface Draft {
  /** Nobody but the person says which way it points, so it begins empty. */
  stance: Stance | "";
  finding: Finding;
  /** A source that the workspace has; what is filled in of a new one is then left aside. */
  known: KnownSource | null;
  /** A new source. */
  source: SourceText;
  quote: string;
  /** Where the quote stands, if that is in a document of this workspace. */
  place: Place | null;
  /** Where in the source: a page, a time stamp. */
  locator: string;
}

/** A new draft; its source is taken to be read today. */
export function blank(today: Date = new Date()): Draft {
  return { stance: "", finding: "true", known: null, source: blankSource(today), quote: "", place: null, locator: "" };
}

/** The draft that shows evidence as it is. */
export function draftOf(evidence: Evidence, today: Date = new Date()): Draft {
  return {
    stance: evidence.stance,
    finding: evidence.finding,
    known: knownOf(evidence.source),
    source: blankSource(today),
    quote: evidence.quote ?? "",
    place: null,
    locator: evidence.locator ?? "",
  };
}

export function knownOf({ id, ref, title }: Source): KnownSource {
  return { id, ref, title };
}

/** What is sent; the engine drops what is empty and checks the rest. */
export function toSend(draft: Draft, stance: Stance): EvidenceDraft {
  return {
    finding: draft.finding,
    stance,
    locator: draft.locator.trim() || null,
    quote: draft.place ? null : draft.quote.trim() || null,
    place: draft.place,
    known_source: draft.known?.id ?? null,
    source: sourceToSend(draft.source, null),
  };
}

/** Whether anything was filled in besides what a new draft holds. */
export function isFilled(draft: Draft): boolean {
  const begun = draft.stance !== "" || draft.known !== null || draft.place !== null;
  return begun || draft.quote.trim() !== "" || draft.locator.trim() !== "" || isSourceFilled(draft.source);
}
