import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CATALOGUE, type CommandId, entry, keyOf } from "./catalogue";
import { sequence } from "./chords";
import { type Bindings, type Place, SEQUENCE_MS, commands } from "./commands.svelte";

const undo: (() => void)[] = [];
const bind = (bindings: Bindings, place?: Place): void => void undo.push(commands.bind(bindings, place));
const listen = (event: KeyboardEvent): void => commands.press(event);

function press(key: string, init: KeyboardEventInit & { at?: number } = {}, target: Element = document.body): boolean {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "";
  const event = new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true, ...init });
  if (init.at !== undefined) Object.defineProperty(event, "timeStamp", { value: init.at });
  return !target.dispatchEvent(event);
}

function add<K extends keyof HTMLElementTagNameMap>(tag: K, into: Element = document.body): HTMLElementTagNameMap[K] {
  return into.appendChild(document.createElement(tag));
}

beforeEach(() => window.addEventListener("keydown", listen));
afterEach(() => {
  window.removeEventListener("keydown", listen);
  for (const stop of undo.splice(0)) stop();
  commands.singleKeys = true;
  commands.readOnly = false;
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("keys", () => {
  it("runs what is bound and keeps the press from going on", () => {
    const run = vi.fn();
    bind({ "claim.next": run });
    expect(press("j")).toBe(true);
    expect(press("x")).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });

  it("leaves single keys to a field, and takes only what works while typing", () => {
    const next = vi.fn();
    const palette = vi.fn();
    const back = vi.fn();
    bind({ "claim.next": next, palette, undo: back });
    const fields = [add("input"), add("textarea")];
    for (const field of fields) {
      expect(press("j", {}, field)).toBe(false);
      expect(press("z", { ctrlKey: true }, field)).toBe(false);
      expect(press("k", { ctrlKey: true }, field)).toBe(true);
    }
    expect(next).not.toHaveBeenCalled();
    expect(back).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(2);
    const box = add("input");
    box.type = "checkbox";
    press("j", {}, box);
    expect(next).toHaveBeenCalledOnce();
  });

  it("offers nothing that edits where the workspace can only be read, and says so for its keys", () => {
    const edit = vi.fn();
    const next = vi.fn();
    const refused = vi.spyOn(commands, "refused").mockImplementation(() => {});
    const bindings: Bindings = { rationale: edit, "verdict.1": edit, "mention.end-right": edit, undo: edit };
    bind({ ...bindings, "claim.next": next, export: next, "claim.new": { run: edit, when: () => false } });
    commands.readOnly = true;
    for (const key of ["r", "1"]) expect(press(key)).toBe(false);
    press("ArrowRight", { altKey: true });
    expect(commands.run("undo")).toBe(false);
    expect(edit).not.toHaveBeenCalled();
    expect(refused).toHaveBeenCalledTimes(3);
    // Nothing could have been done with this one anyway.
    press("c");
    expect(refused).toHaveBeenCalledTimes(3);
    expect([press("j"), press("x")]).toEqual([true, true]);
    expect(next).toHaveBeenCalledTimes(2);
    expect(commands.listed()).toEqual(["export"]);
    commands.readOnly = false;
    expect(press("r")).toBe(true);
    expect(edit).toHaveBeenCalledOnce();
  });

  it("lets the last bound go first, and passes on what cannot run", () => {
    const add = vi.fn();
    const use = vi.fn();
    let selected = false;
    bind({ "evidence.add": add });
    bind({ "evidence.use": { run: use, when: () => selected } });
    press("e");
    selected = true;
    press("e");
    expect(add).toHaveBeenCalledOnce();
    expect(use).toHaveBeenCalledOnce();
  });

  it("waits for the second key of a sequence, but not for ever", () => {
    const go = vi.fn();
    const create = vi.fn();
    bind({ "go.claims": go, "claim.new": create });
    press("g", { at: 0 });
    press("c", { at: SEQUENCE_MS });
    expect(go).toHaveBeenCalledOnce();
    expect(create).not.toHaveBeenCalled();
    press("g", { at: 10_000 });
    press("c", { at: 10_001 + SEQUENCE_MS });
    expect(go).toHaveBeenCalledOnce();
    expect(create).toHaveBeenCalledOnce();
    press("g", { at: 20_000 });
    press("j", { at: 20_001 });
    press("c", { at: 20_002 });
    expect(go).toHaveBeenCalledOnce();
    expect(create).toHaveBeenCalledTimes(2);
  });

  it("puts a command off until what it acts on has arrived, and looks it up anew then", async () => {
    let arrive = (): void => {};
    let arrival: Promise<void> | null = new Promise((resolve) => (arrive = resolve));
    const stale = vi.fn();
    const unbind = commands.bind({ "evidence.add": { run: stale, awaits: () => arrival } });
    expect(press("e")).toBe(true);
    arrival = null;
    unbind();
    const fresh = vi.fn();
    bind({ "evidence.add": { run: fresh, awaits: () => arrival } });
    arrive();
    await vi.waitFor(() => expect(fresh).toHaveBeenCalledOnce());
    expect(stale).not.toHaveBeenCalled();
  });

  it("runs what the key means once all is here, though it meant another command when it was pressed", async () => {
    let arrive = (): void => {};
    let arrival: Promise<void> | null = new Promise((resolve) => (arrive = resolve));
    let selected = false;
    const add = vi.fn();
    const use = vi.fn();
    bind({ "evidence.use": { run: use, when: () => selected } });
    bind({ "evidence.add": { run: add, when: () => !selected, awaits: () => arrival } });
    press("e");
    selected = true;
    arrival = null;
    arrive();
    await vi.waitFor(() => expect(use).toHaveBeenCalledOnce());
    expect(add).not.toHaveBeenCalled();
  });

  it("runs the sheet's command where what was pressed before opened one, and goes on after one that fails", async () => {
    let arrive = (): void => {};
    let arrival: Promise<void> | null = new Promise((resolve) => (arrive = resolve));
    const failed = vi.fn();
    vi.stubGlobal("reportError", failed);
    const [window, sheet] = [vi.fn(), vi.fn()];
    const sign = (): void => {
      const open = add("div");
      open.setAttribute("role", "dialog");
      open.dataset["state"] = "open";
      bind({ "evidence.add": sheet }, "sheet");
      throw new Error("it broke");
    };
    bind({ "status.signed-off": { run: sign, awaits: () => arrival } });
    bind({ "evidence.add": { run: window, awaits: () => arrival } });
    press("s");
    press("e");
    arrival = null;
    arrive();
    await vi.waitFor(() => expect(sheet).toHaveBeenCalledOnce());
    expect(window).not.toHaveBeenCalled();
    expect(failed).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it("knows redo by both its chords", () => {
    const redo = vi.fn();
    bind({ redo });
    press("Z", { ctrlKey: true, shiftKey: true });
    press("y", { ctrlKey: true });
    expect(redo).toHaveBeenCalledTimes(2);
  });

  it("keeps the window's keys out of a sheet, and the sheet's out of the window", () => {
    const next = vi.fn();
    const confirm = vi.fn();
    bind({ "claim.next": next });
    bind({ confirm }, "sheet");
    const sheet = add("div");
    sheet.setAttribute("role", "dialog");
    const button = add("button", sheet);
    press("j", {}, button);
    press("Enter", { ctrlKey: true }, button);
    press("Enter", { ctrlKey: true });
    expect(next).not.toHaveBeenCalled();
    expect(confirm).toHaveBeenCalledOnce();
  });

  it("keeps single keys off the claims where what is typed is meant for something else", () => {
    const [open, next, undone, palette] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    bind({ "status.open": open, "status.dismissed": open, "claim.next": next, undo: undone, palette });
    const facets = add("div");
    facets.dataset["claimKeys"] = "off";
    const button = add("button", facets);
    expect([press("o", {}, button), press("Delete", {}, button), press("j", {}, button)]).toEqual([false, false, true]);
    expect([press("z", { ctrlKey: true }, button), press("k", { ctrlKey: true }, button)]).toEqual([true, true]);
    expect(press("o")).toBe(true);
    expect([open, next, undone, palette].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1, 1]);
  });

  it("keeps keys out of the window while a sheet or a menu opens that does not have the focus yet", () => {
    const [open, confirm] = [vi.fn(), vi.fn()];
    bind({ "status.open": open });
    bind({ confirm }, "sheet");
    for (const role of ["dialog", "alertdialog", "menu"]) {
      const over = add("div");
      over.setAttribute("role", role);
      over.dataset["state"] = "open";
      expect(press("o"), role).toBe(false);
      expect(press("Enter", { ctrlKey: true }), role).toBe(role !== "menu");
      // Shut, it may still be there to fade.
      over.dataset["state"] = "closed";
      expect(press("o"), role).toBe(true);
      over.remove();
    }
    expect([open.mock.calls.length, confirm.mock.calls.length]).toEqual([3, 2]);
  });

  it("lets Space and Enter press a button that has the focus", () => {
    const select = vi.fn();
    bind({ "row.select": select });
    expect(press(" ", { code: "Space" }, add("button"))).toBe(false);
    expect(press(" ", { code: "Space" })).toBe(true);
    expect(select).toHaveBeenCalledOnce();
  });

  it("runs what waits in the order in which it was pressed, each once the one before is done", async () => {
    const done: string[] = [];
    let coming: Promise<void> | null = null;
    // Each move of status sends for the next claim.
    const move = (what: string): void => {
      done.push(what);
      const fetched = new Promise<void>((go) => setTimeout(go, done.length === 1 ? 20 : 1));
      coming = fetched.then(() => void (coming = null));
    };
    const awaits = (): Promise<void> | null => coming;
    bind({
      "status.open": { run: () => move("open"), awaits },
      "status.dismissed": { run: () => move("dismissed"), awaits },
    });
    press("o");
    press("Delete");
    press("o");
    expect(done).toEqual(["open"]);
    await vi.waitFor(() => expect(done).toEqual(["open", "dismissed", "open"]));
  });

  it("can do without single keys", () => {
    const next = vi.fn();
    const dismiss = vi.fn();
    const palette = vi.fn();
    bind({ "claim.next": next, "status.dismissed": dismiss, palette });
    commands.singleKeys = false;
    press("j");
    press("Delete");
    press("k", { ctrlKey: true });
    expect(next).not.toHaveBeenCalled();
    expect(dismiss).toHaveBeenCalledOnce();
    expect(palette).toHaveBeenCalledOnce();
  });

  it("ignores presses that compose a sign, and those already handled", () => {
    const next = vi.fn();
    bind({ "claim.next": next });
    press("j", { isComposing: true });
    const handled = add("div");
    handled.addEventListener("keydown", (event) => event.preventDefault());
    press("j", {}, handled);
    expect(next).not.toHaveBeenCalled();
  });

  it("lists what can run now, without moves", () => {
    expect(commands.listed()).toEqual([]);
    bind({ "claim.next": () => {}, export: () => {}, undo: { run: () => {}, when: () => false } });
    expect(commands.listed()).toEqual(["export"]);
    expect(commands.can("undo")).toBe(false);
    expect(commands.run("undo")).toBe(false);
    expect(commands.run("export")).toBe(true);
  });
});

describe("the catalogue", () => {
  it("gives a key to two commands only where selected text or the screen decides", () => {
    const seen = new Map<string, CommandId[]>();
    for (const id of Object.keys(CATALOGUE) as CommandId[])
      for (const key of entry(id).keys) seen.set(key, [...(seen.get(key) ?? []), id]);
    const twice = [...seen].filter(([, ids]) => ids.length > 1);
    expect(twice).toEqual([
      ["D", ["beside.choose", "beside.compare"]],
      ["E", ["evidence.use", "evidence.add"]],
      ["Ctrl A", ["select.all", "rows.all"]],
    ]);
  });

  it("starts no sequence with a key that does something itself", () => {
    const all = (Object.keys(CATALOGUE) as CommandId[]).flatMap((id) => entry(id).keys.map(sequence));
    const single = new Set(all.filter((keys) => keys.length === 1).map(([key]) => key));
    for (const keys of all) if (keys.length > 1) expect(single.has(keys[0])).toBe(false);
  });

  it("prints keys", () => {
    expect(keyOf("undo")).toBe("Ctrl Z");
    expect(keyOf("go.claims")).toBe("G C");
    expect(keyOf("theme")).toBeUndefined();
  });
});
