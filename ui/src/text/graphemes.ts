/**
 * What a person sees as one character may be several code points: a letter with its accents, a flag, a family of emoji,
 * a Hangul syllable. Selections and nudges end where such a cluster does. Indexes count UTF-16 units.
 */

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const words = new Intl.Segmenter(undefined, { granularity: "word" });

/** White space as Unicode has it, as the engine does: `trim` knows other signs. */
const BLANK = /^\p{White_Space}/u;

/** The beginning of the cluster that an index lies in; the index itself where it cuts none. */
export function clusterStart(text: string, unit: number): number {
  const cluster = segmenter.segment(text).containing(unit);
  // A mark may join the white space before it, which is never taken in.
  return !cluster || BLANK.test(cluster.segment) ? unit : cluster.index;
}

/** The end of the cluster that an index lies in; the index itself where it cuts none. */
export function clusterEnd(text: string, unit: number): number {
  const cluster = segmenter.segment(text).containing(unit);
  return !cluster || cluster.index === unit ? unit : cluster.index + cluster.segment.length;
}

/** The end of the next cluster after an index that ends one; nothing at the end of the text. */
export function nextCluster(text: string, unit: number): number | null {
  const cluster = segmenter.segment(text).containing(unit);
  return cluster ? cluster.index + cluster.segment.length : null;
}

/** The beginning of the cluster before an index; nothing at the beginning of the text. */
export function previousCluster(text: string, unit: number): number | null {
  return unit <= 0 ? null : (segmenter.segment(text).containing(unit - 1)?.index ?? null);
}

/** Where the words of a text begin and end, in order; what stands between words is none. */
export function wordsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index, segment, isWordLike } of words.segment(text))
    if (isWordLike) found.push({ start: index, end: index + segment.length });
  return found;
}

/** The range without the white space at its ends; nothing where there is nothing else. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  const part = text.slice(start, end);
  const lead = /^\p{White_Space}*/u.exec(part)?.[0].length ?? 0;
  if (lead === part.length) return null;
  const tail = /\p{White_Space}*$/u.exec(part)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}
