/**
 * Every command that a key, the palette or the sheet of shortcuts knows: its words and its keys, once. Screens say what
 * each does with `bind`.
 */

export type Group = "Move" | "Selected text" | "Claim" | "Status" | "Window";

export interface Entry {
  /** As the palette and the sheet write it. */
  title: string;
  group: Group;
  /** As printed; the first is the one shown. */
  keys: readonly string[];
  /** Works in a field too. Chords that edit text, such as Ctrl Z, must not. */
  whileTyping?: boolean;
  /** Left out of the palette: moves and keys that only make sense pressed. */
  unlisted?: boolean;
}

export const CATALOGUE = {
  "claim.next": { title: "Next claim", group: "Move", keys: ["J"], unlisted: true },
  "claim.previous": { title: "Previous claim", group: "Move", keys: ["K"], unlisted: true },
  "claim.unverified": { title: "Next unverified claim", group: "Move", keys: ["U"] },
  "mention.next": { title: "Next mention", group: "Move", keys: ["N"] },
  "mention.previous": { title: "Previous mention", group: "Move", keys: ["Shift N"] },
  suggestions: { title: "Go through suggestions", group: "Move", keys: ["Y"] },
  "go.library": { title: "Go to Library", group: "Move", keys: ["G then L"] },
  "go.claims": { title: "Go to Claims", group: "Move", keys: ["G then C"] },
  "go.sources": { title: "Go to Sources", group: "Move", keys: ["G then S"] },
  "go.overview": { title: "Go to Overview", group: "Move", keys: ["G then O"] },
  "beside.choose": { title: "Compare with another document…", group: "Move", keys: ["D"] },
  "document.near": { title: "Compare with other claims", group: "Move", keys: ["L"] },
  "near.next": { title: "Go to claims that may be the same", group: "Move", keys: ["Shift L"] },
  "contradiction.next": { title: "Go to a contradicting claim", group: "Move", keys: ["G then X"] },
  search: { title: "Search or filter", group: "Move", keys: ["/", "Ctrl F"] },
  "filter.exclude": { title: "Exclude a filter’s value", group: "Move", keys: ["Alt Enter", "-"], unlisted: true },
  palette: { title: "Command palette", group: "Move", keys: ["Ctrl K"], whileTyping: true, unlisted: true },
  open: { title: "Open in reader", group: "Move", keys: ["Enter"], unlisted: true },
  back: { title: "Back out", group: "Move", keys: ["Esc"], unlisted: true },

  "claim.new": { title: "New claim from selection", group: "Selected text", keys: ["C"] },
  "mention.add": { title: "Add mention", group: "Selected text", keys: ["M"] },
  "mention.add-instead": {
    title: "Add as mention of a claim that may be the same",
    group: "Selected text",
    keys: ["Alt M"],
    whileTyping: true,
    unlisted: true,
  },
  "evidence.use": { title: "Use as evidence", group: "Selected text", keys: ["E"] },
  "beside.compare": { title: "Compare selected words with the claim", group: "Selected text", keys: ["D"] },
  "sentence.nothing": { title: "Nothing to check here", group: "Selected text", keys: ["Z"] },
  "mention.find": { title: "Find other places of the claim", group: "Selected text", keys: ["F"] },
  caret: { title: "Caret in the text", group: "Selected text", keys: ["I"] },
  "select.all": { title: "Select the whole text", group: "Selected text", keys: ["Ctrl A"], unlisted: true },
  "select.right": { title: "Select on", group: "Selected text", keys: ["Shift Right"], unlisted: true },
  "select.left": { title: "Select back", group: "Selected text", keys: ["Shift Left"], unlisted: true },
  "select.word-right": {
    title: "Select a word on",
    group: "Selected text",
    keys: ["Ctrl Shift Right"],
    unlisted: true,
  },
  "select.word-left": {
    title: "Select a word back",
    group: "Selected text",
    keys: ["Ctrl Shift Left"],
    unlisted: true,
  },
  "select.down": { title: "Select a line on", group: "Selected text", keys: ["Shift Down"], unlisted: true },
  "select.up": { title: "Select a line back", group: "Selected text", keys: ["Shift Up"], unlisted: true },
  "mention.end-right": {
    title: "Mention: end right a word",
    group: "Selected text",
    keys: ["Alt Right"],
    unlisted: true,
  },
  "mention.end-left": { title: "Mention: end left a word", group: "Selected text", keys: ["Alt Left"], unlisted: true },
  "mention.end-on": {
    title: "Mention: end on a character",
    group: "Selected text",
    keys: ["Alt Down"],
    unlisted: true,
  },
  "mention.end-back": {
    title: "Mention: end back a character",
    group: "Selected text",
    keys: ["Alt Up"],
    unlisted: true,
  },
  "mention.start-right": {
    title: "Mention: start right a word",
    group: "Selected text",
    keys: ["Alt Shift Right"],
    unlisted: true,
  },
  "mention.start-left": {
    title: "Mention: start left a word",
    group: "Selected text",
    keys: ["Alt Shift Left"],
    unlisted: true,
  },
  "mention.start-on": {
    title: "Mention: start on a character",
    group: "Selected text",
    keys: ["Alt Shift Down"],
    unlisted: true,
  },
  "mention.start-back": {
    title: "Mention: start back a character",
    group: "Selected text",
    keys: ["Alt Shift Up"],
    unlisted: true,
  },
  marks: { title: "Marks on, off", group: "Selected text", keys: ["H"] },
  shortcuts: { title: "Keyboard shortcuts", group: "Selected text", keys: ["?"] },

  // By place in the scale that claims are judged by; whoever binds them gives the names of its values.
  "verdict.1": { title: "Verdict 1", group: "Claim", keys: ["1"] },
  "verdict.2": { title: "Verdict 2", group: "Claim", keys: ["2"] },
  "verdict.3": { title: "Verdict 3", group: "Claim", keys: ["3"] },
  "verdict.4": { title: "Verdict 4", group: "Claim", keys: ["4"] },
  "verdict.5": { title: "Verdict 5", group: "Claim", keys: ["5"] },
  "verdict.6": { title: "Verdict 6", group: "Claim", keys: ["6"] },
  "verdict.7": { title: "Verdict 7", group: "Claim", keys: ["7"] },
  "verdict.8": { title: "Verdict 8", group: "Claim", keys: ["8"] },
  "verdict.9": { title: "Verdict 9", group: "Claim", keys: ["9"] },
  "verdict.clear": { title: "Clear verdict", group: "Claim", keys: ["0"] },
  "said.supported": { title: "Said: Supported", group: "Claim", keys: ["Alt 1"] },
  "said.refuted": { title: "Said: Refuted", group: "Claim", keys: ["Alt 2"] },
  "said.conflicting": { title: "Said: Conflicting evidence", group: "Claim", keys: ["Alt 3"] },
  "said.not-enough-evidence": { title: "Said: Not enough evidence", group: "Claim", keys: ["Alt 4"] },
  "said.not-checkable": { title: "Said: Not checkable", group: "Claim", keys: ["Alt 5"] },
  rationale: { title: "Write rationale", group: "Claim", keys: ["R"] },
  "evidence.add": { title: "Add evidence", group: "Claim", keys: ["E"] },
  "evidence.beside": { title: "Open evidence beside", group: "Claim", keys: ["Shift D"] },
  assign: { title: "Assign", group: "Claim", keys: ["A"] },
  tag: { title: "Tag", group: "Claim", keys: ["T"] },
  "note.add": { title: "Add note", group: "Claim", keys: ["W"] },
  "question.ask": { title: "Ask the author", group: "Claim", keys: ["Q"] },
  "claim.same-as": { title: "Same as another claim…", group: "Claim", keys: [] },
  "claim.contradicts": { title: "Contradicts another claim…", group: "Claim", keys: [] },
  "claim.part-of": { title: "Part of another claim…", group: "Claim", keys: [] },
  "claim.merge": { title: "Merge into another claim…", group: "Claim", keys: [] },
  // Of the claim in the list of those that may be the same on which the focus is.
  "near.merge": { title: "May be the same: merge", group: "Claim", keys: ["Shift M"] },
  "near.same-as": { title: "May be the same: same as", group: "Claim", keys: ["Shift S"] },
  "near.contradicts": { title: "May be the same: contradicts", group: "Claim", keys: ["Shift C"] },
  "near.different-from": { title: "May be the same: not the same", group: "Claim", keys: ["Shift X"] },
  "near.take-over": { title: "May be the same: take over verdict", group: "Claim", keys: ["Shift T"] },
  "claim.split": { title: "Split into parts…", group: "Claim", keys: ["B"] },
  merge: { title: "Merge claims", group: "Claim", keys: [] },
  "row.select": { title: "Select row", group: "Claim", keys: ["Space"], unlisted: true },
  "rows.all": { title: "Select all", group: "Claim", keys: ["Ctrl A"], unlisted: true },
  export: { title: "Export", group: "Claim", keys: ["X"] },

  "status.open": { title: "Status: Open", group: "Status", keys: ["O"] },
  "status.in-progress": { title: "Status: In progress", group: "Status", keys: ["P"] },
  "status.in-review": { title: "Status: In review", group: "Status", keys: ["V"] },
  "status.signed-off": { title: "Sign off", group: "Status", keys: ["S"] },
  "status.dismissed": { title: "Dismiss", group: "Status", keys: ["Del"] },
  undo: { title: "Undo", group: "Status", keys: ["Ctrl Z"] },
  redo: { title: "Redo", group: "Status", keys: ["Ctrl Shift Z", "Ctrl Y"] },

  confirm: { title: "Confirm", group: "Window", keys: ["Ctrl Enter"], whileTyping: true, unlisted: true },
  import: { title: "Choose files to import", group: "Window", keys: ["Ctrl O"], whileTyping: true },
  sidebar: { title: "Sidebar on, off", group: "Window", keys: ["["] },
  inspector: { title: "Inspector on, off", group: "Window", keys: ["]"] },
  "zoom.in": { title: "Larger text", group: "Window", keys: ["Ctrl +", "Ctrl ="], whileTyping: true },
  "zoom.out": { title: "Smaller text", group: "Window", keys: ["Ctrl -"], whileTyping: true },
  "zoom.usual": { title: "Text at 100 %", group: "Window", keys: ["Ctrl 0"], whileTyping: true },
  print: { title: "Print article", group: "Window", keys: ["Ctrl P"], whileTyping: true },
  theme: { title: "Light, dark", group: "Window", keys: [] },
  "view.save": { title: "Save view", group: "Window", keys: ["Shift V"] },
  "view.update": { title: "Update view", group: "Window", keys: ["Shift U"] },
  "history.show": { title: "Show history", group: "Window", keys: [] },
  "workspace.history": { title: "History of the workspace", group: "Window", keys: [] },
  questions: { title: "Questions to the author", group: "Window", keys: [] },
  "workspace.settings": { title: "Workspace settings", group: "Window", keys: [] },
  settings: { title: "Settings", group: "Window", keys: [] },
} as const satisfies Record<string, Entry>;

export type CommandId = keyof typeof CATALOGUE;

/** The commands that give a verdict, by the place of its value in the scale; a scale has at most as many values. */
export const VERDICT_COMMANDS = [
  "verdict.1",
  "verdict.2",
  "verdict.3",
  "verdict.4",
  "verdict.5",
  "verdict.6",
  "verdict.7",
  "verdict.8",
  "verdict.9",
] as const satisfies readonly CommandId[];

/** What the catalogue says of a command. */
export function entry(id: CommandId): Entry {
  return CATALOGUE[id];
}

/** Commands of the groups of claims and status that change nothing. */
const READING: ReadonlySet<CommandId> = new Set<CommandId>(["row.select", "rows.all", "export", "evidence.beside"]);
/** Commands of other groups that change something, or are there for what does. */
const EDITING: ReadonlySet<CommandId> = new Set<CommandId>([
  "suggestions",
  "claim.new",
  "mention.add",
  "mention.add-instead",
  "mention.find",
  "evidence.use",
  "sentence.nothing",
  "view.save",
  "view.update",
  "import",
]);

/** Whether a command changes the workspace: what is only read does not offer it. */
export function isEdit(id: CommandId): boolean {
  const { group } = entry(id);
  if (group === "Claim" || group === "Status") return !READING.has(id);
  return EDITING.has(id) || /^mention\.(?:start|end)-/.test(id);
}

/** The key to print where the action is: `Ctrl Z`; `G C` for a sequence; nothing where there is none. */
export function keyOf(id: CommandId): string | undefined {
  return entry(id).keys[0]?.replace(" then ", " ");
}
