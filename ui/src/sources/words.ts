/** How a source is put into words. */
import type { Source } from "../backend";
import { dateWords } from "../text/dates";
import { plural } from "../text/plural";

/** Who published it and when: `moneycontrol.com, 2 Mar 2023`. Without a publisher, the site it is on, or who said it. */
export function byline(source: Pick<Source, "publisher" | "url" | "author" | "published">): string {
  const from = source.publisher ?? host(source.url) ?? source.author;
  const when = source.published ? dateWords(source.published) : null;
  return [from, when].filter(Boolean).join(", ");
}

/** The site of a web address, without `www.`. */
export function host(address: string | null): string | null {
  const found = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(address ?? "");
  return found?.[1] ?? null;
}

/** `1 stored copy`, `2 stored copies`; nothing where there is none. */
export function copiesWords(source: Pick<Source, "copies">): string {
  const { length } = source.copies;
  return length === 0 ? "" : plural(length, "stored copy", "stored copies");
}

/** What saving a change of a source does to claims: `Save and reopen 2 claims`. */
export function saveWords(signedOff: number): string {
  return signedOff === 0 ? "Save source" : `Save and reopen ${plural(signedOff, "claim")}`;
}

/** The number of a source's reference, which is its key: 3 of `R3`. */
export function keyOfSource(ref: string): number {
  return Number(ref.slice(1));
}
