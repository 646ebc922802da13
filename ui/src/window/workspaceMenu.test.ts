import { expect, it, vi } from "vitest";
import { commands } from "../keys";
import { runMenu } from "./workspaceMenu";

it("sets the text larger, smaller and as usual from the host's menu", () => {
  const ran = { "zoom.in": vi.fn(), "zoom.out": vi.fn(), "zoom.usual": vi.fn() };
  const stop = commands.bind(ran);
  for (const id of ["view.zoom.in", "view.zoom.in", "view.zoom.out", "view.zoom.reset"]) runMenu(id);
  stop();
  expect([ran["zoom.in"], ran["zoom.out"], ran["zoom.usual"]].map((one) => one.mock.calls.length)).toEqual([2, 1, 1]);
});
