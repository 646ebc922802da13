/** A source while a person fills it in: every field as text. */
import type { Source, SourceDraft, SourceKind } from "../backend";

/** The fields that hold text; the names are those of the command's errors. */
export type TextField =
  "title" | "author" | "publisher" | "url" | "published" | "accessed" | "origin" | "contact" | "notes";

export interface SourceText extends Record<TextField, string> {
  kind: SourceKind;
  primary: boolean;
  /** Nothing yet said: an interview is confidential, the rest is not. */
  confidential: boolean | null;
}

const FIELDS: readonly TextField[] = [
  "title",
  "author",
  "publisher",
  "url",
  "published",
  "accessed",
  "origin",
  "contact",
  "notes",
];
const OF_INTERVIEWS: readonly TextField[] = ["contact", "notes"];
const NOT_OF_INTERVIEWS: readonly TextField[] = ["publisher", "url", "accessed"];

/** The kinds a person can choose; a source is a document of the workspace by where its words stand. */
export const CHOSEN_KINDS: readonly SourceKind[] = ["web", "pdf", "interview", "table", "image", "video"];

/** A new source; it is taken to be read today. */
export function blankSource(today: Date = new Date()): SourceText {
  return {
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
  };
}

/** A source as it is. */
export function textOf(source: Source): SourceText {
  const { kind, primary, confidential } = source;
  const texts = Object.fromEntries(FIELDS.map((field) => [field, source[field] ?? ""]));
  return { ...(texts as Record<TextField, string>), kind, primary, confidential };
}

/**
 * Whether a field is shown and sent: those of the kind, and whatever the source held before, so that nothing goes
 * without being seen.
 */
export function has(text: SourceText, field: TextField, before: Source | null): boolean {
  if (before?.[field]) return true;
  return !(text.kind === "interview" ? NOT_OF_INTERVIEWS : OF_INTERVIEWS).includes(field);
}

/** Whether it is confidential, said or not. */
export function isConfidential(text: SourceText): boolean {
  return text.confidential ?? text.kind === "interview";
}

/** What is sent; the engine drops what is empty and checks the rest. */
export function toSend(text: SourceText, before: Source | null): SourceDraft {
  const of = (field: TextField): string | null => (has(text, field, before) ? text[field].trim() || null : null);
  return {
    kind: text.kind,
    title: text.title.trim(),
    author: of("author"),
    publisher: of("publisher"),
    url: of("url"),
    published: of("published"),
    accessed: of("accessed"),
    primary: text.primary,
    origin: of("origin"),
    confidential: isConfidential(text),
    contact: of("contact"),
    notes: of("notes"),
  };
}

/** Whether anything was filled in besides what a new source holds. */
export function isFilled(text: SourceText): boolean {
  const begun = FIELDS.some((field) => field !== "accessed" && text[field].trim() !== "");
  return begun || text.primary || text.kind !== "web" || text.confidential !== null;
}

/** Whether an error is at one of these fields. */
export function isSourceField(field: string | null): field is TextField {
  return FIELDS.includes(field as TextField);
}

/** A day in the person's own zone, `2026-11-22`. */
export function isoDay(day: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
