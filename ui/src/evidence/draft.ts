/** Evidence while a person fills it in: every field as text. */
import type { Evidence, EvidenceDraft, Finding, Place, Source, SourceDraft, SourceKind, Stance } from "../backend";

export interface Draft {
  /** Nobody but the person says which way it points, so it begins empty. */
  stance: Stance | "";
  finding: Finding;
  /** Where in the source: a page, a time stamp. */
  locator: string;
  /** A source that the workspace has; what is filled in of a new one is then left aside. */
  known: Source | null;
  kind: SourceKind;
  title: string;
  author: string;
  publisher: string;
  url: string;
  published: string;
  accessed: string;
  primary: boolean;
  origin: string;
  /** Nothing yet said: an interview is confidential, the rest is not. */
  confidential: boolean | null;
  contact: string;
  notes: string;
  quote: string;
  /** Where the quote stands, if that is in a document of this workspace. */
  place: Place | null;
}

/** A new draft; it is taken to be read today. */
export function blank(today: Date = new Date()): Draft {
  return {
    stance: "",
    finding: "true",
    locator: "",
    known: null,
    kind: "web",
    title: "",
    author: "",
    publisher: "",
    url: "",
    published: "",
    accessed: isoDay(today),
    primary: false,
    origin: "",
    confidential: null,
    contact: "",
    notes: "",
    quote: "",
    place: null,
  };
}

/** The draft that shows evidence as it is. */
export function draftOf(evidence: Evidence): Draft {
  const { source } = evidence;
  return {
    stance: evidence.stance,
    finding: evidence.finding,
    locator: evidence.locator ?? "",
    known: source,
    kind: source.kind,
    title: source.title,
    author: source.author ?? "",
    publisher: source.publisher ?? "",
    url: source.url ?? "",
    published: source.published ?? "",
    accessed: source.accessed ?? "",
    primary: source.primary,
    origin: source.origin ?? "",
    confidential: source.confidential,
    contact: source.contact ?? "",
    notes: source.notes ?? "",
    quote: evidence.quote ?? "",
    place: null,
  };
}

const filled = (text: string): string | null => text.trim() || null;

/** What is sent of the source; the engine checks it. */
export function sourceToSend(draft: Draft): SourceDraft {
  const interview = draft.kind === "interview";
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    author: filled(draft.author),
    publisher: filled(draft.publisher),
    url: filled(draft.url),
    published: filled(draft.published),
    accessed: filled(draft.accessed),
    primary: draft.primary,
    origin: filled(draft.origin),
    confidential: draft.confidential ?? interview,
    contact: interview ? filled(draft.contact) : null,
    notes: interview ? filled(draft.notes) : null,
  };
}

/** What is sent; the engine drops what is empty and checks the rest. */
export function toSend(draft: Draft, stance: Stance): EvidenceDraft {
  return {
    finding: draft.finding,
    stance,
    locator: filled(draft.locator),
    quote: draft.place ? null : filled(draft.quote),
    place: draft.place,
    known_source: draft.known?.id ?? null,
    source: sourceToSend(draft),
  };
}

/** Whether anything was filled in besides what a new draft holds. */
export function isFilled(draft: Draft): boolean {
  const texts = [draft.title, draft.author, draft.publisher, draft.url, draft.published, draft.locator, draft.quote];
  return (
    draft.stance !== "" ||
    draft.primary ||
    draft.known !== null ||
    draft.place !== null ||
    texts.some((text) => text.trim() !== "")
  );
}

/** A day in the person's own zone, `2026-11-22`. */
export function isoDay(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
