/** Evidence while a person fills it in: every field as text. */
import type { Evidence, EvidenceDraft, Finding, Place, Stance } from "../backend";

export interface Draft {
  /** Nobody but the person says which way it points, so it begins empty. */
  stance: Stance | "";
  finding: Finding;
  title: string;
  publisher: string;
  url: string;
  published: string;
  accessed: string;
  primary: boolean;
  quote: string;
  /** Where the quote stands, if that is in a document of this workspace. */
  place: Place | null;
}

/** A new draft; it is taken to be read today. */
export function blank(today: Date = new Date()): Draft {
  return {
    stance: "",
    finding: "true",
    title: "",
    publisher: "",
    url: "",
    published: "",
    accessed: isoDay(today),
    primary: false,
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
    title: source.title,
    publisher: source.publisher ?? "",
    url: source.url ?? "",
    published: source.published ?? "",
    accessed: source.accessed ?? "",
    primary: source.primary,
    quote: evidence.quote ?? "",
    place: null,
  };
}

/** What is sent; the engine drops what is empty and checks the rest. */
export function toSend(draft: Draft, stance: Stance): EvidenceDraft {
  const { title, publisher, url, published, accessed, primary } = draft;
  return {
    finding: draft.finding,
    stance,
    quote: draft.place ? null : draft.quote.trim() || null,
    place: draft.place,
    source: {
      title: title.trim(),
      publisher: publisher.trim() || null,
      url: url.trim() || null,
      published: published.trim() || null,
      accessed: accessed.trim() || null,
      primary,
    },
  };
}

/** Whether anything was filled in besides what a new draft holds. */
export function isFilled(draft: Draft): boolean {
  const texts = [draft.title, draft.publisher, draft.url, draft.published, draft.quote];
  return draft.stance !== "" || draft.primary || draft.place !== null || texts.some((text) => text.trim() !== "");
}

/** A day in the person's own zone, `2026-11-22`. */
export function isoDay(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
