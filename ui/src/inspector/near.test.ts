import { render, screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { describe, expect, it, vi } from "vitest";
import { backend, type NearClaim, type Notice } from "../backend";
import { commands } from "../keys";
import { changes, workspace } from "../workspace";
import Near from "./Near.svelte";
import { claim, evidence } from "./sample";
import { setStage, stage, written } from "./stage";

setStage();

/** A claim near to the sample's, by its number. */
function near(number: number, changes: Partial<NearClaim> = {}): NearClaim {
  const { key, ref, ...row } = claim({
    key: number,
    ref: `DG-${number}`,
    label: `Label ${number}`,
    status: "open",
    verdict: null,
    evidence_items: [evidence(1, "Source")],
  });
  return {
    row: { ...row, key, ref },
    likeness: 90,
    agrees: [{ aspect: "name", ours: "Blinken", theirs: "Blinken" }],
    differs: [],
    contradicts: false,
    earlier: null,
    ...changes,
  };
}

const section = (): HTMLElement | null => screen.queryByRole("region", { name: "May be the same" });
const names = (): (string | undefined)[] =>
  within(section() as HTMLElement)
    .getAllByRole("listitem")
    .map((row) => /DG-\d+/.exec(row.textContent ?? "")?.[0]);

describe("claims that may be the same", () => {
  it("are not mentioned where there are none", async () => {
    render(Near, { claim: claim() });
    await waitFor(() => expect(backend.call).toHaveBeenCalledWith("claims.near", { claim: 14 }));
    await Promise.resolve();
    expect(section()).toBeNull();
  });

  it("are three at first, and all when asked", async () => {
    stage.answers["claims.near"] = [1, 2, 3, 4].map((number) => near(number));
    render(Near, { claim: claim() });
    await screen.findByRole("region", { name: "May be the same" });
    expect(names()).toEqual(["DG-1", "DG-2", "DG-3"]);
    await stage.user.click(screen.getByRole("button", { name: "Show all" }));
    expect(names()).toEqual(["DG-1", "DG-2", "DG-3", "DG-4"]);
  });

  it("are decided on, and named in each decision", async () => {
    stage.answers["claims.near"] = [near(1, { contradicts: true })];
    render(Near, { claim: claim() });
    const row = within(await screen.findByRole("listitem"));
    expect(row.getByText("May contradict")).toBeTruthy();
    const deeds = within(row.getByRole("group", { name: "DG-14 and DG-1" })).getAllByRole("button");
    expect(deeds.map((deed) => deed.textContent)).toEqual(["Contradicts", "Same as", "Merge", "Not the same"]);
    stage.answers["claims.near"] = [near(1, { contradicts: true })];
    await stage.user.click(row.getByRole("button", { name: "Not the same as DG-1" }));
    const merge = row.getByRole<HTMLButtonElement>("button", { name: "Merge DG-14 into DG-1" });
    // Nothing more is decided until it is known how the two stand now.
    await waitFor(() => expect(merge.disabled).toBe(false));
    await stage.user.click(merge);
    expect(written()).toEqual([
      ["claims.relate", { claim: 14, kind: "different-from", other: 1 }],
      ["claims.merge", { claims: [14], into: 1 }],
    ]);
  });

  it("are gone to and decided on by keys, which decide only where the focus is", async () => {
    stage.answers["claims.near"] = [near(1), near(2)];
    render(Near, { claim: claim() });
    await screen.findByRole("region", { name: "May be the same" });
    expect(commands.run("near.same-as")).toBe(true);
    expect(document.activeElement?.textContent).toContain("Label 1");
    expect(written()).toEqual([]);
    expect(commands.run("near.next")).toBe(true);
    expect(document.activeElement?.textContent).toContain("Label 2");
    await tick();
    expect(commands.run("near.same-as")).toBe(true);
    await waitFor(() => expect(written()).toEqual([["claims.relate", { claim: 14, kind: "same-as", other: 2 }]]));
    (document.activeElement as HTMLElement).blur();
    await tick();
    expect(commands.run("near.contradicts")).toBe(true);
    expect(written()).toHaveLength(1);
  });

  it("leave the focus with the next one when one is decided on", async () => {
    stage.answers["claims.near"] = [near(1), near(2)];
    render(Near, { claim: claim() });
    const same = await screen.findByRole<HTMLButtonElement>("button", { name: "Same as DG-1" });
    stage.answers["claims.near"] = [near(1), near(2)];
    await stage.user.click(same);
    await waitFor(() => expect(same.disabled).toBe(false));
    stage.answers["claims.near"] = [near(2)];
    await stage.user.click(screen.getByRole("button", { name: "Not the same as DG-1" }));
    await waitFor(() => expect(names()).toEqual(["DG-2"]));
    expect(document.activeElement?.textContent).toContain("Label 2");
  });

  it("are only shown in a workspace that can only be read", async () => {
    workspace.info = { read_only: true } as unknown as typeof workspace.info;
    stage.answers["claims.near"] = [near(1)];
    render(Near, { claim: claim() });
    const row = within(await screen.findByRole("listitem"));
    expect(row.getAllByRole("button")).toHaveLength(1);
  });

  it("are looked for again when a claim is written, and an answer that was overtaken is dropped", async () => {
    let hear: (notice: Notice) => void = () => {};
    vi.spyOn(backend, "onNotice").mockImplementation((to) => ((hear = to), () => {}));
    const stop = changes.follow();
    const answers: ((near: NearClaim[]) => void)[] = [];
    vi.mocked(backend.call).mockImplementation((() => new Promise((go) => answers.push(go))) as never);
    render(Near, { claim: claim() });
    await waitFor(() => expect(answers).toHaveLength(1));
    hear({ kind: "data-changed", operation: 2, touched: [{ thing: "claim", keys: [3], many: false }] });
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.([near(2)]);
    await waitFor(() => expect(names()).toEqual(["DG-2"]));
    answers[0]?.([near(1)]);
    await new Promise((go) => setTimeout(go, 20));
    expect(names()).toEqual(["DG-2"]);
    stop();
  });
});
