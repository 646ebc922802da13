/** What the palette lists: the sources' answers, then the actions that can run now. */
import type { IconName } from "../controls";
import { type CommandId, commands, entry } from "../keys";
import { matches } from "../text/matches";
import type { Item, Source } from "./sources.svelte";

/** An item with a key of its own in the whole list, and the shortcut of an action. */
export interface Listed extends Item {
  key: string;
  shortcut?: string | undefined;
}

export interface Found {
  heading: string;
  items: readonly Listed[];
}

const ICONS: Partial<Record<CommandId, IconName>> = {
  "go.library": "library",
  "go.claims": "list-checks",
  "go.sources": "book-bookmark",
  "go.overview": "chart-column",
  "beside.choose": "columns-2",
  "beside.compare": "columns-2",
  "evidence.beside": "columns-2",
  "zoom.in": "zoom-in",
  "zoom.out": "zoom-out",
  print: "printer",
  search: "search",
  "claim.new": "plus",
  "mention.add": "text-cursor-input",
  "evidence.use": "quote",
  "evidence.add": "link",
  rationale: "square-pen",
  assign: "user",
  tag: "tag",
  export: "download",
  import: "file-down",
  undo: "undo-2",
  redo: "redo-2",
  marks: "highlighter",
  shortcuts: "keyboard",
  sidebar: "panel-left",
  inspector: "panel-right",
  theme: "sun",
  settings: "settings",
  "view.save": "bookmark",
  "view.update": "bookmark",
  "history.show": "rotate-ccw-clock",
  "workspace.history": "rotate-ccw-clock",
  "workspace.settings": "settings",
  questions: "circle-question-mark",
  merge: "square-stack",
};

/** Asks every source; one that fails or finds nothing is left out. */
export async function ask(sources: readonly Source[], words: string): Promise<Found[]> {
  const answers = await Promise.allSettled(sources.map(async (source) => source.find(words)));
  return answers.flatMap((answer, index) => {
    const heading = sources[index]?.heading ?? "";
    if (answer.status === "rejected" || answer.value.length === 0) return [];
    return [{ heading, items: answer.value.map((item) => ({ ...item, key: `${index}-${item.id}` })) }];
  });
}

/** The actions, among those that can run, whose words match. */
export function actions(words: string, can: readonly CommandId[], run: (id: CommandId) => void): Found[] {
  const items = can
    .filter((id) => matches(commands.titleOf(id), words))
    .map((id) => ({
      id,
      key: `action-${id}`,
      title: commands.titleOf(id),
      icon: ICONS[id] ?? ("corner-down-left" as const),
      shortcut: entry(id).keys[0],
      run: () => run(id),
    }));
  return items.length > 0 ? [{ heading: "Actions", items }] : [];
}
