/** The words for what is known about a document. */
import type { DocumentSummary, JobState, Metadata } from "../backend";
import { dateWords, dayOf } from "../text/dates";
import { plural } from "../text/plural";
import type { CoverageState } from "../text/words";

/** Publisher and date: `BBC News, 2 Mar 2023`. */
export function byline({ publisher, published }: Metadata): string {
  return [publisher, published && dateWords(published)].filter(Boolean).join(", ");
}

/** When it was published, with the time where it is known: `2 March 2023, 13:01 GMT`. */
export function publishedWords(published: string): string {
  const [, time, zone] = /T(\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/.exec(published) ?? [];
  const date = dateWords(published, "full");
  if (!time) return date;
  return `${date}, ${time}${zone === "Z" ? " GMT" : zone ? ` UTC${zone.replace("-", "−")}` : ""}`;
}

/** A language by its name: `English` for `en`. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Whether a language is English of any country: only there are all of the finder's rules at work. */
export function isEnglish(code: string): boolean {
  return /^en(?:[-_]|$)/i.test(code);
}

/** `20 sentences, 2,505 characters`. */
export function lengthWords({ sentences, characters }: DocumentSummary): string {
  return `${plural(sentences, "sentence")}, ${plural(characters, "character")}`;
}

/** The sentences in each state, by the names the coverage bar knows. */
export function coverageOf({ coverage }: DocumentSummary): Record<CoverageState, number> {
  return {
    "signed-off": coverage.signed_off,
    "in-work": coverage.in_work,
    "not-checkable": coverage.not_checkable,
    "not-looked-at": coverage.not_looked_at,
  };
}

/** The key of a document, which is the number of its reference. */
export function keyOf({ ref }: DocumentSummary): number {
  return Number(ref.slice(1));
}

/** A row read out: everything it shows, in words. */
export function rowWords(document: DocumentSummary): string {
  const { metadata, coverage, sentences } = document;
  return [
    metadata.title,
    byline(metadata),
    `${coverage.signed_off} of ${plural(sentences, "sentence")} signed off`,
    plural(document.claims, "claim"),
    `${document.to_do} to do`,
    `added ${dayOf(document.added)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** What went wrong with an import, each with what to do about it. */
export interface Trouble {
  what: string;
  hints: string[];
}

const NOTHING = "Nothing was imported.";

/** The troubles of a job that ended badly: one for each input that did not come in. */
export function troubles(state: JobState): Trouble[] {
  if (state.kind === "failed") return [{ what: `${state.error.message} ${NOTHING}`, hints: state.error.hints }];
  if (state.kind !== "done") return [];
  const none = state.report.documents.length === 0;
  return state.report.failures.map(({ error }) => ({
    what: none ? `${error.message} ${NOTHING}` : error.message,
    hints: error.hints,
  }));
}

/** How an import goes: each step, and which it is at. `note` is what the job says it is doing. */
export function steps(note: string): { name: string; state: "done" | "on" | "to-do" }[] {
  const names = ["Reading", "Finding claims", "Saving"];
  const done = ["Text taken", "Claims found", "Saved"];
  const at = names.indexOf(note);
  return names.map((name, index) => ({
    name: index < at ? (done[index] ?? name) : name,
    state: index < at ? "done" : index === at ? "on" : "to-do",
  }));
}
