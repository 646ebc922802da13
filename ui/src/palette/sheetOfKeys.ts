/** The sheet of shortcuts: its columns and rows, in the words that fit there. The keys come from the catalogue. */
import type { CommandId } from "../keys";

export interface Row {
  title: string;
  /** The commands whose keys stand in the row. */
  ids: readonly CommandId[];
  /** Only the first and the last are shown, as `1 to 5`. */
  range?: boolean;
}

export const COLUMNS: readonly { title: string; rows: readonly Row[] }[] = [
  {
    title: "Move",
    rows: [
      { title: "Next, previous claim", ids: ["claim.next", "claim.previous"] },
      { title: "Next mention", ids: ["mention.next"] },
      { title: "Compare with…", ids: ["beside.choose"] },
      { title: "Suggestions", ids: ["suggestions"] },
      { title: "Go to Library", ids: ["go.library"] },
      { title: "Go to Claims", ids: ["go.claims"] },
      { title: "Go to Sources", ids: ["go.sources"] },
      { title: "Go to Overview", ids: ["go.overview"] },
      { title: "Search or filter", ids: ["search"] },
      { title: "Command palette", ids: ["palette"] },
    ],
  },
  {
    title: "Selected text",
    rows: [
      { title: "New claim", ids: ["claim.new"] },
      { title: "Add mention", ids: ["mention.add"] },
      { title: "Use as evidence", ids: ["evidence.use"] },
      { title: "Nothing to check here", ids: ["sentence.nothing"] },
      { title: "Marks on, off", ids: ["marks"] },
      { title: "Larger text", ids: ["zoom.in"] },
      { title: "Print article", ids: ["print"] },
      { title: "This sheet", ids: ["shortcuts"] },
    ],
  },
  {
    title: "Claim",
    rows: [
      { title: "Verdict", ids: ["verdict.1", "verdict.5"], range: true },
      { title: "Clear verdict", ids: ["verdict.clear"] },
      { title: "Write rationale", ids: ["rationale"] },
      { title: "Add evidence", ids: ["evidence.add"] },
      { title: "Assign", ids: ["assign"] },
      { title: "Tag", ids: ["tag"] },
      { title: "Select row", ids: ["row.select"] },
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
    ],
  },
];
