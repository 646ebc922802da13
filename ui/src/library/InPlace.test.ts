import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { CommandError } from "../backend";
import InPlace from "./InPlace.svelte";

function draw(value: string, onkeep = vi.fn(async (): Promise<CommandError | null> => null)): typeof onkeep {
  render(InPlace, { label: "Publisher", value, onkeep });
  return onkeep;
}

const open = (): Promise<void> => userEvent.click(screen.getByRole("button", { name: /^Publisher:/ }));

describe("a fact edited in place", () => {
  it("keeps what was typed once, and gives the focus back", async () => {
    const onkeep = draw("BBC");
    await open();
    await userEvent.keyboard("NBC News{Enter}");
    expect(onkeep.mock.calls).toEqual([["NBC News"]]);
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button"));
  });

  it("keeps on leaving the field", async () => {
    const onkeep = draw("BBC");
    await open();
    await userEvent.keyboard("UPI");
    await userEvent.tab();
    expect(onkeep.mock.calls).toEqual([["UPI"]]);
  });

  it("keeps nothing on Esc, and nothing where nothing changed", async () => {
    const onkeep = draw("BBC");
    await open();
    await userEvent.keyboard("NBC{Escape}");
    await open();
    await userEvent.keyboard("BBC{Enter}");
    expect(onkeep).not.toHaveBeenCalled();
  });

  it("stays open and says why when it was refused", async () => {
    draw(
      "",
      vi.fn(async () => new CommandError("invalid", "There is no month 13.", [], "published")),
    );
    await open();
    await userEvent.keyboard("2023-13{Enter}");
    expect(screen.getByRole("textbox")).toHaveProperty("value", "2023-13");
    expect(screen.getByText("There is no month 13.")).toBeTruthy();
  });
});
