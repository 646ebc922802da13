/** How a line of history is shown: its sign, its person and its time. The engine writes the words. */
import type { HistoryLine, Note, Rating } from "../backend";
import type { IconName } from "../controls";
import { ago, clock, dateWords } from "../text/dates";
import { STATUSES, type Status, type Verdict, VERDICT_ORDER, VERDICTS } from "../text/words";

export type Sign = { status: Status } | { verdict: Verdict } | { icon: IconName };

/** What the words of a change of status begin with. */
const STATUS_WORDS: readonly [string, Status][] = [
  ["accepted", "open"],
  ["took it up again", "open"],
  ["started", "in-progress"],
  ["sent it to review", "in-review"],
  ["reopened", "in-review"],
  ["signed it off", "signed-off"],
  ["dismissed", "dismissed"],
  ...Object.entries(STATUSES).map(([status, { name }]): [string, Status] => [`set it to ${name}`, status as Status]),
];

const ICONS: Partial<Record<HistoryLine["kind"], IconName>> = {
  "create-claim": "plus",
  "add-mention": "text-cursor-input",
  "move-mention": "text-cursor-input",
  "remove-mention": "text-cursor-input",
  "add-evidence": "link",
  "edit-evidence": "link",
  "remove-evidence": "unlink",
  undo: "undo-2",
  redo: "redo-2",
  "edit-document": "file-text",
  "delete-document": "file-text",
  "move-evidence": "link",
  "add-source": "bookmark",
  "edit-source": "bookmark",
  "remove-source": "bookmark",
  "store-copy": "save",
  "remove-copy": "save",
  purge: "trash",
  "add-note": "message-square",
  "edit-note": "message-square",
  "remove-note": "message-square",
  tick: "check",
  relate: "square-stack",
  unrelate: "square-stack",
  merge: "square-stack",
  unmerge: "square-stack",
  "take-over": "square-stack",
  split: "rows-3",
  assign: "user",
  "edit-person": "user",
  restore: "rotate-ccw-clock",
  "add-view": "bookmark",
  "edit-view": "bookmark",
  "move-view": "bookmark",
  "remove-view": "bookmark",
};

/** The sign before a line. `ratings` are the values of the workspace's scale: a verdict may bear one of their names. */
export function signOf(line: Pick<HistoryLine, "kind" | "words">, ratings: readonly Rating[] = []): Sign {
  const { kind, words } = line;
  if (kind === "import-document" || kind === "find-claims") return { status: "suggested" };
  if (kind === "sign-off") return { status: "signed-off" };
  if (kind === "set-status") {
    const status = STATUS_WORDS.find(([begins]) => words.startsWith(begins))?.[1];
    if (status) return { status };
  }
  if (kind === "set-verdict") {
    // Other things may be said in the same line.
    const given = /the verdict (?:from .+? )?to (.+)$/.exec(words)?.[1];
    const named = [...VERDICT_ORDER.map((role) => ({ name: VERDICTS[role].name, role })), ...ratings];
    const value = given && named.filter(({ name }) => given.startsWith(name)).sort(byLength)[0];
    if (value) return { verdict: value.role };
  }
  const icon = ICONS[kind];
  if (icon) return { icon };
  if (/\brationale\b/.test(words)) return { icon: "square-pen" };
  if (/\btag\b/.test(words)) return { icon: "tag" };
  if (/\b(?:checker|reviewer)\b/.test(words)) return { icon: "user" };
  return { icon: kind === "edit-claim" || kind === "typing" ? "pencil" : "clock" };
}

/** The longest name first: one may begin as another does. */
function byLength(one: { name: string }, other: { name: string }): number {
  return other.name.length - one.name.length;
}

/** What was written, where a line is of a new note or question: that stands in the history as the person's own words. */
export function noteOf(line: HistoryLine, notes: readonly Note[]): string | null {
  if (line.kind !== "add-note") return null;
  const written = line.changes.find(({ field, after }) => (field === "Note" || field === "Question") && after !== null);
  const near = notes.find(({ author, written: at }) => author === line.actor && Math.abs(at - line.time) < 1000);
  return written?.after ?? near?.text ?? null;
}

/** “You” for the person at work; else a first name, or all of it where two share the first. */
export function personOf(actor: string, own: string | null, people: readonly string[]): string {
  if (actor === own) return "You";
  const first = actor.trim().split(/\s+/u)[0] ?? actor;
  const sharing = people.filter((person) => person !== actor && person.split(/\s+/u)[0] === first);
  return sharing.length > 0 ? actor : first;
}

/** The time of a line as the reader shows it: `13:38` today, `Sat 16:02` this week, else the day. */
export function timeOf(moment: number, now: number = Date.now()): string {
  const age = ago(moment, now);
  if (new Date(moment).toDateString() === new Date(now).toDateString()) return clock(moment);
  return now - moment < 7 * 24 * 3_600_000 && /^[A-Z]/.test(age) ? `${age} ${clock(moment)}` : age;
}

/** The whole of it, for the tooltip. */
export function wholeTime(moment: number): string {
  const day = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${dateWords(`${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`)}, ${clock(moment)}`;
}
