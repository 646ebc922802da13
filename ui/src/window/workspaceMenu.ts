/** What the workspace's name opens: other workspaces, copies, and the check. */
import { backend } from "../backend";
import { type MenuEntry, toasts } from "../controls";
import { commands, keyOf } from "../keys";
import { figure, plural } from "../text/plural";
import { edits, workspace } from "../workspace";

/** Opens another workspace, or makes one, by a dialog of the host. */
export async function changeWorkspace(command: "workspace.open" | "workspace.create"): Promise<void> {
  const info = await edits.attempt(() => backend.call(command, null));
  if (!info) return;
  // Everything on the screen is of the workspace before, its keys and its operations too: begin anew.
  location.reload();
}

/** Copies the workspace to a place that a dialog asks for. */
export async function backUp(): Promise<void> {
  const path = await edits.attempt(() => backend.call("workspace.backup", null));
  if (path === null) return;
  const run = (): void => void edits.attempt(() => backend.call("system.reveal", { path }));
  toasts.show({ text: "Workspace backed up", icon: "file-check", action: { label: "Show file", run } });
}

/** Checks everything and says what was found. */
export async function check(): Promise<void> {
  const report = await edits.attempt(() => backend.call("workspace.check", null));
  if (!report) return;
  const looked = `${figure(report.operations)} operations, ${figure(report.rows)} rows, ${plural(report.spans, "span")}`;
  const [first] = report.damage;
  if (!first) toasts.show({ text: "All is as it was written", detail: `${looked}.`, icon: "file-check" });
  else
    toasts.show({
      text: `${plural(report.damage.length, "thing")} damaged`,
      detail: `${first.place} ${first.what}. “assay check” lists all.`,
      icon: "circle-alert",
      alert: true,
    });
}

export function workspaceMenu(): readonly MenuEntry[] {
  const undo = workspace.info?.undo;
  const key = (id: "import" | "export" | "settings" | "undo" | "redo"): { key?: string } => {
    const shown = keyOf(id);
    return shown === undefined ? {} : { key: shown };
  };
  /** Undo and redo, with what they would do; disabled where there is nothing. */
  const back = (id: "undo" | "redo", verb: string): MenuEntry => {
    const what = undo?.[id] ?? null;
    const label = what === null ? verb : `${verb} ${what}`;
    return { id, label, ...key(id), disabled: what === null, run: () => void edits[id]() };
  };
  return [
    back("undo", "Undo"),
    back("redo", "Redo"),
    "line",
    { id: "new", label: "New workspace…", run: () => void changeWorkspace("workspace.create") },
    { id: "open", label: "Open workspace…", run: () => void changeWorkspace("workspace.open") },
    { id: "back-up", label: "Back up workspace…", run: () => void backUp() },
    "line",
    { id: "import", label: "Import…", ...key("import"), run: () => commands.run("import") },
    { id: "export", label: "Export…", ...key("export"), run: () => commands.run("export") },
    "line",
    { id: "history", label: "History…", run: () => commands.run("workspace.history") },
    { id: "questions", label: "Questions to the author…", run: () => commands.run("questions") },
    { id: "check", label: "Check workspace", run: () => void check() },
    { id: "workspace-settings", label: "Workspace settings…", run: () => commands.run("workspace.settings") },
    { id: "settings", label: "Settings", ...key("settings"), run: () => commands.run("settings") },
  ];
}

/** What an entry of the host's own menu does. */
export function runMenu(id: string): void {
  const theme = /^view\.theme\.(system|light|dark)$/.exec(id)?.[1] as "system" | "light" | "dark" | undefined;
  if (theme && workspace.settings) void workspace.keep({ ...workspace.settings, theme });
  else if (id === "file.new-workspace") void changeWorkspace("workspace.create");
  else if (id === "file.open-workspace") void changeWorkspace("workspace.open");
  else if (id === "file.back-up") void backUp();
  else if (id === "file.import") commands.run("import");
  else if (id === "file.export") commands.run("export");
  else if (id === "view.zoom.in") commands.run("zoom.in");
  else if (id === "view.zoom.out") commands.run("zoom.out");
  else if (id === "view.zoom.reset") commands.run("zoom.usual");
  else if (id === "help.shortcuts") commands.run("shortcuts");
  else if (id === "help.sample") void edits.attempt(() => sample());
  else if (id === "edit.undo") commands.run("undo");
  else if (id === "edit.redo") commands.run("redo");
}

async function sample(): Promise<void> {
  const metadata = { title: null, publisher: null, url: null, published: null, authors: null };
  await backend.call("import.start", { inputs: [{ kind: "sample" }], options: { metadata, find: true } });
}
