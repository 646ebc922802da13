import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { here, panes, theme } from "../place";
import { App } from ".";

beforeEach(() => {
  localStorage.clear();
  here.go({ name: "library" });
});

describe("the window", () => {
  it("goes where its keys and its sidebar say", async () => {
    const user = userEvent.setup();
    render(App);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Library");
    await user.keyboard("gc");
    expect(here.place.name).toBe("claims");
    expect(screen.getByRole("button", { name: /Claims/ }).getAttribute("aria-current")).toBe("page");
    await user.click(screen.getByRole("button", { name: /Library/ }));
    expect(here.place.name).toBe("library");
    expect(here.back()).toBe(true);
    expect(here.place.name).toBe("claims");
  });

  it("hides and shows the sidebar, and remembers it", async () => {
    const user = userEvent.setup();
    render(App);
    await user.keyboard("[[");
    expect(screen.queryByRole("navigation")).toBeNull();
    expect(localStorage.getItem("assay.sidebar")).toBe("false");
    await user.keyboard("[[");
    expect(screen.getByRole("navigation")).toBeTruthy();
  });

  it("opens the palette and the sheet of shortcuts by key", async () => {
    const user = userEvent.setup();
    render(App);
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("dialog", { name: "Command palette" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await user.keyboard("?");
    await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  });
});

describe("the theme", () => {
  it("follows the system until somebody chooses", () => {
    const stop = theme.follow();
    expect(document.documentElement.dataset["theme"]).toBe("light");
    theme.toggle();
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(localStorage.getItem("assay.theme")).toBe('"dark"');
    theme.choose("system");
    expect(document.documentElement.dataset["theme"]).toBe("light");
    stop();
  });
});

describe("the panes", () => {
  it("keep a width for each place, and forget what is usual", () => {
    expect(panes.width("claims")).toBe(384);
    panes.resize("claims", 500);
    expect([panes.width("claims"), panes.width("library")]).toEqual([500, 332]);
    expect(panes.tight("claims")).toBe(false);
    panes.resize("claims", 384);
    expect(panes.tight("claims")).toBe(true);
    expect(localStorage.getItem("assay.inspector-widths")).toBe("{}");
  });
});
