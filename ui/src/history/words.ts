/** A line of the workspace's history in pieces: whose claim it is, the words, and the references in them. */
import type { HistoryLine } from "../backend";
import { dateWords } from "../text/dates";

/** Words, or a claim's reference among them with its key. */
export interface Piece {
  text: string;
  claim: number | null;
}

export interface Told {
  /** The one claim it was done to. */
  claim: Piece | null;
  /** `12 claims`, where it was done to several. */
  many: string | null;
  pieces: readonly Piece[];
}

/** Takes apart what the engine says: `DG-10: changed the verdict …`, `3 claims: …`, or words without either. */
export function told(words: string): Told {
  const one = /^([A-Z][A-Z0-9]*-(\d+)): ([\s\S]+)$/.exec(words);
  if (one) return { claim: { text: one[1] ?? "", claim: Number(one[2]) }, many: null, pieces: refs(one[3] ?? "") };
  const many = /^([\d,]+ claims|many claims): ([\s\S]+)$/.exec(words);
  if (many) return { claim: null, many: many[1] ?? null, pieces: refs(many[2] ?? "") };
  return { claim: null, many: null, pieces: refs(words) };
}

/** The words cut where a claim is named; not inside quotation marks, where the words are somebody's. */
function refs(words: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of words.matchAll(/“[^”]*”|\b[A-Z][A-Z0-9]*-(\d+)\b/g)) {
    if (found[1] === undefined) continue;
    if (found.index > at) pieces.push({ text: words.slice(at, found.index), claim: null });
    pieces.push({ text: found[0], claim: Number(found[1]) });
    at = found.index + found[0].length;
  }
  if (at < words.length) pieces.push({ text: words.slice(at), claim: null });
  return pieces;
}

/** The day of a moment, as its heading: `Today`, `Yesterday`, `2 Mar 2023`. */
export function dayWords(moment: number, now: number = Date.now()): string {
  const day = new Date(moment);
  const today = new Date(now);
  const before = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return "Today";
  if (day.toDateString() === before.toDateString()) return "Yesterday";
  const two = (part: number): string => String(part).padStart(2, "0");
  return dateWords(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`);
}

/** The lines under their days, in the order given. */
export function byDay(
  lines: readonly HistoryLine[],
  now: number = Date.now(),
): { day: string; lines: readonly HistoryLine[] }[] {
  const days: { day: string; lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const day = dayWords(line.time, now);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}
