/** How evidence is put into words. */
import type { Source } from "../backend";
import { dateWords } from "../text/dates";

/** Who published it and when: `moneycontrol.com, 2 Mar 2023`. Without a publisher, the site it is on. */
export function origin(source: Source): string {
  const from = source.publisher ?? host(source.url);
  const when = source.published ? dateWords(source.published) : null;
  return [from, when].filter(Boolean).join(", ");
}

/** The site of a web address, without `www.`. */
export function host(address: string | null): string | null {
  const found = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(address ?? "");
  return found?.[1] ?? null;
}

/** A quote between quotation marks, unless it brought its own. */
export function quoted(words: string): string {
  return /^[“‘„«"']/u.test(words) ? words : `“${words}”`;
}
