import { type RenderResult, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { type Mock, afterEach, describe, expect, it, vi } from "vitest";
import { TOAST_MS } from "./toasts.svelte";
import Fixture from "./controls.fixture.svelte";
import { announce, toasts } from ".";

function set(props: { count?: number; onvisible?: (first: number, end: number) => void } = {}): {
  heard: Mock;
  view: RenderResult<typeof Fixture>;
  user: UserEvent;
} {
  const heard = vi.fn();
  const view = render(Fixture, { heard, ...props });
  return { heard, view, user: userEvent.setup() };
}

afterEach(() => {
  vi.useRealTimers();
  toasts.clear();
});

describe("controls", () => {
  it("break no rule of accessibility that can be seen without drawing", async () => {
    set();
    toasts.show({ text: "38 records exported", action: { label: "Show file", run: () => {} } });
    const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  });

  it("have names", () => {
    set();
    expect(screen.getByRole("button", { name: "Next claim" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "Conflicting evidence" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "In review" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "Priority High" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "Ines Moreau" }).textContent).toBe("IM");
    expect(screen.getByRole("img", { name: "Unassigned" })).toBeTruthy();
    expect(screen.getByRole("img", { name: "Sentences: 5 signed off, 10 in work, 2 not checkable" })).toBeTruthy();
  });

  it("ties help and error to their field", () => {
    set();
    const described = (name: string): string =>
      document.getElementById(screen.getByLabelText(name).getAttribute("aria-describedby") ?? "")?.textContent.trim() ??
      "";
    expect(described("Claimant")).toBe("Who says it, as the article names them.");
    expect(described("Accessed")).toBe("There is no month 13.");
    expect(screen.getByLabelText("Accessed").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByLabelText("Claimant").getAttribute("aria-invalid")).toBeNull();
  });

  it("tick, choose and switch", async () => {
    const { heard, user } = set();
    const all = screen.getByRole<HTMLInputElement>("checkbox", { name: "All" });
    expect(all.indeterminate).toBe(true);
    await user.click(all);
    expect(heard).toHaveBeenLastCalledWith("all true");
    await user.click(screen.getByRole("switch", { name: "Single keys" }));
    expect(heard).toHaveBeenLastCalledWith("keys true");
    const view = screen.getByRole<HTMLInputElement>("radio", { name: "Current view" });
    expect(view.checked).toBe(false);
    await user.click(view);
    expect(view.checked).toBe(true);
  });

  it("move through a segmented choice by arrows, once round", async () => {
    const { heard, user } = set();
    const group = within(screen.getByRole("radiogroup", { name: "Stance" }));
    group.getByRole("radio", { name: "Refutes" }).focus();
    await user.keyboard("{ArrowRight}");
    expect(heard).toHaveBeenLastCalledWith("context");
    expect(document.activeElement).toBe(group.getByRole("radio", { name: "Context" }));
    await user.keyboard("{ArrowRight}");
    expect(heard).toHaveBeenLastCalledWith("supports");
    expect(group.getAllByRole("radio").filter((radio) => radio.tabIndex === 0)).toHaveLength(1);
  });

  it("open a menu, move in it and run an entry", async () => {
    const { heard, user } = set();
    screen.getByRole("button", { name: "Status" }).focus();
    await user.keyboard("{Enter}");
    // Nothing is laid out here, so the menu never gets its place and counts as hidden.
    const menu = await screen.findByRole("menu", { hidden: true });
    expect(within(menu).getByText("Status of DG-10")).toBeTruthy();
    await user.keyboard("{End}{Enter}");
    expect(heard).toHaveBeenLastCalledWith("dismiss");
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  });

  it("open a sheet that holds the focus and gives it back", async () => {
    const { heard, user } = set();
    const opener = screen.getByRole("button", { name: "Export" });
    await user.click(opener);
    const sheet = await screen.findByRole("dialog", { name: "Export claims" });
    await waitFor(() => expect(sheet.contains(document.activeElement)).toBe(true));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(heard).toHaveBeenLastCalledWith("closed");
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("resize within bounds by keyboard, and back by a double click", async () => {
    const { user } = set();
    const handle = screen.getByRole("separator", { name: "Width of the inspector" });
    const width = (): string | null => handle.getAttribute("aria-valuenow");
    handle.focus();
    await user.keyboard("{ArrowLeft}");
    expect(width()).toBe("400");
    await user.keyboard("{End}{ArrowLeft}");
    expect(width()).toBe("560");
    await user.keyboard("{Home}{ArrowRight}");
    expect(width()).toBe("332");
    await user.dblClick(handle);
    expect(width()).toBe("384");
  });

  it("say what is announced, twice if it is said twice", async () => {
    set();
    announce("DG-10 signed off");
    await waitFor(() => expect(document.body.textContent).toContain("DG-10 signed off"));
    const region = screen.getAllByRole("status").find((one) => one.textContent === "DG-10 signed off");
    announce("DG-10 signed off");
    await waitFor(() => expect(region?.textContent).not.toBe("DG-10 signed off"));
    expect(region?.textContent.trim()).toBe("DG-10 signed off");
  });
});

describe("toasts", () => {
  it("go after their time, but not while they are pointed at, and alerts not at all", async () => {
    vi.useFakeTimers();
    toasts.show({ text: "one" });
    vi.advanceTimersByTime(TOAST_MS - 1);
    toasts.hold();
    vi.advanceTimersByTime(TOAST_MS * 2);
    expect(toasts.shown).toHaveLength(1);
    toasts.release();
    toasts.show({ text: "alert", alert: true });
    vi.advanceTimersByTime(TOAST_MS);
    expect(toasts.shown.map((toast) => toast.text)).toEqual(["alert"]);
  });

  it("run their action once", async () => {
    set();
    const undo = vi.fn();
    toasts.show({
      text: "DG-15 signed off",
      status: "signed-off",
      action: { label: "Undo", key: "Ctrl Z", run: undo },
    });
    const button = await screen.findByRole("button", { name: /^Undo/ });
    await fireEvent.click(button);
    expect(undo).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText("DG-15 signed off")).toBeNull());
  });

  it("are four at most", () => {
    for (const text of ["1", "2", "3", "4", "5", "6"]) toasts.show({ text, alert: true });
    expect(toasts.shown.map((toast) => toast.text)).toEqual(["3", "4", "5", "6"]);
    // But for one that tells of work under way, and can stop it.
    toasts.clear();
    for (const text of ["work", "2", "3", "4", "5", "6"]) toasts.show({ text, alert: true, stays: text === "work" });
    expect(toasts.shown.map((toast) => toast.text)).toEqual(["work", "3", "4", "5", "6"]);
  });
});

describe("a virtual list", () => {
  const rows = (): string[] => screen.getAllByRole("listitem").map((row) => row.textContent ?? "");

  it("draws only what is near, and says what is seen", () => {
    const onvisible = vi.fn();
    set({ onvisible });
    expect(rows()[0]).toBe("Row 0");
    expect(rows().length).toBeLessThan(40);
    expect(onvisible).toHaveBeenLastCalledWith(0, 14);
  });

  it("shows the row asked for, among a hundred thousand and a million", async () => {
    for (const count of [100_000, 1_000_000]) {
      const onvisible = vi.fn();
      const { view } = set({ onvisible, count });
      view.component.scrollTo(count - 1);
      await waitFor(() => expect(rows().at(-1)).toBe(`Row ${count - 1}`));
      expect(onvisible.mock.lastCall?.[1]).toBe(count);
      view.unmount();
    }
  });

  it("can be reached by keyboard", () => {
    set();
    expect(screen.getByRole("list", { name: "Claims" }).tabIndex).toBe(0);
  });
});
