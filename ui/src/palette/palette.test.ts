import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { commands } from "../keys";
import { Palette, Shortcuts, sources } from ".";
import { CATALOGUE, type CommandId, entry } from "../keys/catalogue";
import { ask } from "./found";
import { COLUMNS } from "./sheetOfKeys";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const stop of undo.splice(0)) stop();
});

const titles = (): string[] =>
  screen.getAllByRole("option").map((option) => option.querySelector(".trunc")?.textContent ?? "");

describe("the palette", () => {
  it("lists actions that can run, narrows them, and runs the one chosen", async () => {
    const exporting = vi.fn();
    undo.push(commands.bind({ export: exporting, undo: () => {}, redo: { run: () => {}, when: () => false } }));
    const user = userEvent.setup();
    render(Palette, { open: true });
    expect(titles()).toEqual(["Export", "Undo"]);
    await user.type(screen.getByRole("combobox"), "exp");
    await waitFor(() => expect(titles()).toEqual(["Export"]));
    expect(screen.getByRole("option").querySelector("b")?.textContent).toBe("Exp");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(exporting).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("asks its sources, and moves round through all that was found", async () => {
    const took = vi.fn();
    undo.push(
      sources.add({
        heading: "Claims",
        find: async (words) =>
          words === "" ? [] : ["DG-15", "DG-14"].map((id) => ({ id, title: `New START ${id}`, run: () => took(id) })),
      }),
    );
    const user = userEvent.setup();
    render(Palette, { open: true });
    await user.type(screen.getByRole("combobox"), "new");
    await waitFor(() => expect(titles()).toEqual(["New START DG-15", "New START DG-14"]));
    const selected = (): string | undefined =>
      screen
        .getAllByRole("option")
        .find((option) => option.ariaSelected === "true" || option.getAttribute("aria-selected") === "true")
        ?.textContent ?? undefined;
    expect(selected()).toContain("DG-15");
    await user.keyboard("{ArrowUp}");
    expect(selected()).toContain("DG-14");
    const active = screen.getByRole("combobox").getAttribute("aria-activedescendant") ?? "";
    expect(document.getElementById(active)?.textContent).toContain("DG-14");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(took).toHaveBeenCalledWith("DG-14"));
  });

  it("says so when nothing is found", async () => {
    const user = userEvent.setup();
    render(Palette, { open: true });
    await user.type(screen.getByRole("combobox"), "xyzzy");
    await waitFor(() => expect(screen.getByText("Nothing found for “xyzzy”.")).toBeTruthy());
  });

  it("leaves out a source that fails", async () => {
    const good = { heading: "Good", find: () => [{ id: "1", title: "One", run: () => {} }] };
    const bad = {
      heading: "Bad",
      find: () => {
        throw new Error("no");
      },
    };
    expect((await ask([bad, good], "x")).map((group) => group.heading)).toEqual(["Good"]);
  });
});

describe("the sheet of shortcuts", () => {
  it("has a row for every key, each once", () => {
    const listed = COLUMNS.flatMap(({ rows }) => rows.flatMap(({ ids }) => ids));
    expect(new Set(listed).size).toBe(listed.length);
    const keyed = (Object.keys(CATALOGUE) as CommandId[]).filter((id) => entry(id).keys.length > 0);
    // Only the first and the last of a range are named.
    const between = /^(?:verdict|said)\./;
    expect(keyed.filter((id) => !listed.includes(id) && !between.test(id))).toEqual([]);
  });

  it("prints the catalogue's keys", async () => {
    render(Shortcuts, { open: true });
    const sheet = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    const keys = (title: string): string[] => {
      const row = within(sheet).getAllByText(title).at(-1)?.nextElementSibling;
      return [...(row?.querySelectorAll("kbd") ?? [])].map((key) => key.textContent);
    };
    expect(keys("Next, previous claim")).toEqual(["J", "K"]);
    expect(keys("Go to Claims")).toEqual(["G", "C"]);
    expect(keys("Verdict")).toEqual(["1", "5"]);
    expect(keys("Undo")).toEqual(["Ctrl Z"]);
    expect(keys("Select by word")).toEqual(["Ctrl Shift ←→"]);
    expect(keys("Start, by character")).toEqual(["Alt Shift ↑↓"]);
  });
});
