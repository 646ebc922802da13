/** The sheet of shortcuts: its columns and rows, in the words that fit there. The keys come from the catalogue. */
import { type CommandId, entry, sequence } from "../keys";

export interface Row {
  title: string;
  /** The commands whose keys stand in the row. */
  ids: readonly CommandId[];
  /** Only the first and the last are shown, as `1 to 5`. */
  range?: boolean;
}

export interface Column {
  title: string;
  rows: readonly Row[];
  /** Below the others, as wide as two. */
  wide?: boolean;
}

export const COLUMNS: readonly Column[] = [
  {
    title: "Move",
    rows: [
      { title: "Next, previous claim", ids: ["claim.next", "claim.previous"] },
      { title: "Next unverified claim", ids: ["claim.unverified"] },
      { title: "Next, previous mention", ids: ["mention.next", "mention.previous"] },
      { title: "Compare with…", ids: ["beside.choose"] },
      { title: "Open in reader", ids: ["open"] },
      { title: "Back out", ids: ["back"] },
      { title: "Suggestions", ids: ["suggestions"] },
      { title: "Go to Library", ids: ["go.library"] },
      { title: "Go to Claims", ids: ["go.claims"] },
      { title: "Go to Sources", ids: ["go.sources"] },
      { title: "Go to Overview", ids: ["go.overview"] },
      { title: "Search or filter", ids: ["search"] },
      { title: "Exclude a filter’s value", ids: ["filter.exclude"] },
      { title: "Command palette", ids: ["palette"] },
    ],
  },
  {
    title: "Selected text",
    rows: [
      { title: "New claim", ids: ["claim.new"] },
      { title: "Add mention", ids: ["mention.add"] },
      { title: "Use as evidence", ids: ["evidence.use"] },
      { title: "Compare with the claim", ids: ["beside.compare"] },
      { title: "Nothing to check", ids: ["sentence.nothing"] },
      { title: "Find other places", ids: ["mention.find"] },
      { title: "Marks on, off", ids: ["marks"] },
    ],
  },
  {
    title: "Claim",
    rows: [
      { title: "Verdict", ids: ["verdict.1", "verdict.5"], range: true },
      { title: "Clear verdict", ids: ["verdict.clear"] },
      { title: "Was it said?", ids: ["said.supported", "said.not-checkable"], range: true },
      { title: "Write rationale", ids: ["rationale"] },
      { title: "Add evidence", ids: ["evidence.add"] },
      { title: "Open evidence beside", ids: ["evidence.beside"] },
      { title: "Assign", ids: ["assign"] },
      { title: "Tag", ids: ["tag"] },
      { title: "Add note", ids: ["note.add"] },
      { title: "Ask the author", ids: ["question.ask"] },
      { title: "Split into parts", ids: ["claim.split"] },
      { title: "Select row", ids: ["row.select"] },
      { title: "Select all rows", ids: ["rows.all"] },
      { title: "Export", ids: ["export"] },
    ],
  },
  {
    title: "Status",
    rows: [
      { title: "Open", ids: ["status.open"] },
      { title: "In progress", ids: ["status.in-progress"] },
      { title: "In review", ids: ["status.in-review"] },
      { title: "Sign off", ids: ["status.signed-off"] },
      { title: "Dismiss", ids: ["status.dismissed"] },
      { title: "Undo", ids: ["undo"] },
      { title: "Redo", ids: ["redo"] },
    ],
  },
  {
    title: "Select words by keyboard",
    wide: true,
    rows: [
      { title: "Select the whole text", ids: ["select.all"] },
      { title: "Caret in the text", ids: ["caret"] },
      { title: "Select by character", ids: ["select.left", "select.right"] },
      { title: "Select by word", ids: ["select.word-left", "select.word-right"] },
      { title: "Select by line", ids: ["select.up", "select.down"] },
    ],
  },
  {
    title: "Ends of the mention in hand",
    wide: true,
    rows: [
      { title: "End, by word", ids: ["mention.end-left", "mention.end-right"] },
      { title: "End, by character", ids: ["mention.end-back", "mention.end-on"] },
      { title: "Start, by word", ids: ["mention.start-left", "mention.start-right"] },
      { title: "Start, by character", ids: ["mention.start-back", "mention.start-on"] },
    ],
  },
  {
    title: "Window",
    wide: true,
    rows: [
      { title: "Sidebar, inspector on, off", ids: ["sidebar", "inspector"] },
      { title: "Larger, smaller, usual text", ids: ["zoom.in", "zoom.out", "zoom.usual"] },
      { title: "Save, update view", ids: ["view.save", "view.update"] },
      { title: "Choose files to import", ids: ["import"] },
      { title: "Confirm", ids: ["confirm"] },
      { title: "Print article", ids: ["print"] },
      { title: "This sheet", ids: ["shortcuts"] },
    ],
  },
  {
    title: "Claims that may be the same",
    wide: true,
    rows: [
      { title: "Go to them", ids: ["near.next"] },
      { title: "Same as, merge", ids: ["near.same-as", "near.merge"] },
      { title: "Contradicts, not the same", ids: ["near.contradicts", "near.different-from"] },
      { title: "Take over verdict", ids: ["near.take-over"] },
      { title: "Add mention instead", ids: ["mention.add-instead"] },
      { title: "Compare all of a document", ids: ["document.near"] },
      { title: "Go to a contradicting claim", ids: ["contradiction.next"] },
    ],
  },
];

const ARROWS: Record<string, string> = { Left: "←", Right: "→", Up: "↑", Down: "↓" };

/** The keycaps of a row: the first way to press each of its commands; two arrows with one chord share their cap. */
export function caps(row: Row): string[] {
  const keys = row.ids.map((id) => entry(id).keys[0] ?? "");
  const chords = keys.map((key) => /^(.+) (Left|Right|Up|Down)$/.exec(key));
  const chord = chords[0]?.[1];
  if (chord !== undefined && chords.every((one) => one?.[1] === chord))
    return [`${chord} ${chords.map((one) => ARROWS[one?.[2] ?? ""]).join("")}`];
  return keys.flatMap(sequence);
}
