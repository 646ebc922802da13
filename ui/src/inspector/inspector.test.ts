import { render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it, vi } from "vitest";
import { CommandError } from "../backend";
import { toasts } from "../controls";
import { edits, hand } from "../workspace";
import Fixture from "./inspector.fixture.svelte";
import { evidence } from "./sample";
import { fetched, setStage, stage, take, written } from "./stage";
import { shown } from "./tab.svelte";

setStage();

describe("the inspector", () => {
  it("says so when no claim is in hand", () => {
    render(Fixture);
    expect(screen.getByText("No claim in hand")).toBeTruthy();
  });

  it("breaks no rule of accessibility that can be seen without drawing", async () => {
    const other = {
      key: 4,
      id: "c4",
      ref: "DG-4",
      label: "First meeting",
      status: "open",
      verdict: "refuted",
    } as const;
    const note = { id: "n1", author: "Ada Okafor", written: 0, text: "Who says so?", answer: null } as const;
    shown.checklist = true;
    shown.tab = "notes";
    take({
      reopened: "the statement changed after sign-off",
      said: "supported",
      relations: [{ ...other, kind: "contradicts" }],
      checklist: [{ id: "s1", text: "Unit?", done: true }],
      note_items: [{ ...note, kind: "question" }],
    });
    render(Fixture);
    expect(screen.getByText("The statement changed after sign-off.")).toBeTruthy();
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  }, 30_000);

  describe("editing in place", () => {
    const field = (): HTMLTextAreaElement => screen.getByRole("textbox", { name: "Statement" });
    const edit = async (): Promise<void> => stage.user.click(screen.getByRole("button", { name: /^Statement, edit:/ }));

    it("keeps what is typed when the claim is fetched again", async () => {
      take();
      render(Fixture);
      await edit();
      await stage.user.clear(field());
      await stage.user.type(field(), "Mine");
      fetched({ statement: "Another window’s", stamp: 2 });
      await waitFor(() => expect(field().value).toBe("Mine"));
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      expect(written()).toEqual([["claims.edit", { claims: [14], statement: "Mine", typing: true }]]);
    });

    it("gives back on Esc what was there, and saves nothing", async () => {
      take();
      render(Fixture);
      await edit();
      await stage.user.type(field(), " And more.");
      await stage.user.keyboard("{Escape}");
      expect(screen.getByRole("button", { name: "Statement, edit: Blinken urged Russia to join the treaty." })).toBe(
        document.activeElement,
      );
      expect(written()).toEqual([]);
    });

    it("saves on leaving, shows it at once, and follows the engine afterwards", async () => {
      take();
      render(Fixture);
      await edit();
      await stage.user.type(field(), " Twice.");
      await stage.user.click(document.body);
      await screen.findByRole("button", { name: /treaty\. Twice\./ });
      expect(written()).toEqual([
        ["claims.edit", { claims: [14], statement: "Blinken urged Russia to join the treaty. Twice.", typing: true }],
      ]);
      fetched({ statement: "As the engine has it." });
      await screen.findByRole("button", { name: /As the engine has it/ });
    });

    it("writes to its own claim when another is taken in hand meanwhile", async () => {
      take();
      render(Fixture);
      await edit();
      await stage.user.type(field(), " Late.");
      take({ key: 15, ref: "DG-15", statement: "Another claim." });
      await screen.findByRole("button", { name: /Another claim/ });
      await waitFor(() =>
        expect(written()).toEqual([
          ["claims.edit", { claims: [14], statement: "Blinken urged Russia to join the treaty. Late.", typing: true }],
        ]),
      );
    });

    it("says at the field what the engine refuses", async () => {
      stage.refuse = () => new CommandError("invalid", "The label is empty.", [], "label");
      // Its own claim: what is refused waits for its field, also in the next test.
      take({ key: 16, ref: "DG-16" });
      render(Fixture);
      screen.getByRole("button", { name: /^Label, edit:/ }).focus();
      await stage.user.keyboard("{F2}");
      const label = screen.getByRole("textbox", { name: "Label" });
      await stage.user.clear(label);
      await stage.user.keyboard("{Enter}");
      expect((await screen.findByRole("alert")).textContent).toContain("The label is empty.");
      expect(label.getAttribute("aria-invalid")).toBe("true");
      expect(toasts.shown).toEqual([]);
    });

    it("makes an empty claimant the document’s own voice", async () => {
      take();
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: /^Claimant, edit:/ }));
      await stage.user.clear(screen.getByRole("textbox", { name: "Claimant" }));
      await stage.user.keyboard("{Enter}");
      expect(written()).toEqual([["claims.edit", { claims: [14], claimant: null, typing: true }]]);
    });
  });

  it("offers the mode while the claimant is edited", async () => {
    take();
    render(Fixture);
    expect(screen.queryByRole("radiogroup", { name: "Mode" })).toBeNull();
    await stage.user.click(screen.getByRole("button", { name: /^Claimant, edit:/ }));
    await stage.user.tab();
    await stage.user.keyboard("{ArrowLeft}");
    expect(written()).toEqual([["claims.edit", { claims: [14], mode: "part" }]]);
    await stage.user.click(document.body);
    await waitFor(() => expect(screen.queryByRole("radiogroup", { name: "Mode" })).toBeNull());
  });

  describe("decisions", () => {
    const radios = (group: string): Record<string, boolean> =>
      Object.fromEntries(
        within(screen.getByRole("radiogroup", { name: group }))
          .getAllByRole<HTMLButtonElement>("radio")
          .map((radio) => [radio.getAttribute("aria-label") ?? "", !radio.disabled]),
      );

    it("offers for a suggestion to accept it, with its reasons, and no verdict", () => {
      take({ status: "suggested", verdict: null, reasons: ["a number with a unit", "a date"] });
      render(Fixture);
      expect(radios("Status")).toEqual({
        Accept: true,
        "In progress": true,
        "In review": false,
        "Sign off": false,
        Dismiss: true,
      });
      expect(Object.values(radios("Verdict"))).toEqual([false, false, false, false, false]);
      expect(screen.getByText("a number with a unit, a date")).toBeTruthy();
      expect(screen.getByRole("button", { name: /Accept/ })).toBeTruthy();
    });

    it("has a row for whether it was said only where somebody says it", async () => {
      take();
      render(Fixture);
      expect(screen.getByRole("radiogroup", { name: "Said" })).toBeTruthy();
      await stage.user.keyboard("{Alt>}2{/Alt}");
      expect(written()).toEqual([["claims.edit", { claims: [14], said: "refuted" }]]);
      fetched({ claimant: null });
      await waitFor(() => expect(screen.queryByRole("radiogroup", { name: "Said" })).toBeNull());
    });

    it("moves by arrows without deciding, and takes what is pressed", async () => {
      take();
      render(Fixture);
      screen.getByRole("radio", { name: "Refuted", checked: true }).focus();
      await stage.user.keyboard("{ArrowRight}");
      expect(written()).toEqual([]);
      expect(document.activeElement?.getAttribute("aria-label")).toBe("Conflicting evidence");
      await stage.user.keyboard("{Enter}");
      expect(written()).toEqual([["claims.edit", { claims: [14], verdict: "conflicting" }]]);
    });

    it("asks once before signing off without a primary source", async () => {
      stage.refuse = (name, arg) =>
        name === "claims.sign-off" && !(arg as { without_primary?: boolean }).without_primary
          ? new CommandError("no-primary-source", "DG-14 has no primary source.", ["Sign off anyway?"], "evidence")
          : null;
      take();
      render(Fixture);
      await stage.user.keyboard("s");
      const sheet = await screen.findByRole("dialog", { name: "DG-14 has no primary source" });
      expect(sheet.textContent).toContain("Sign off anyway? The export will say so.");
      await stage.user.click(within(sheet).getByRole("button", { name: "Sign off anyway" }));
      await waitFor(() =>
        expect(written()).toEqual([
          ["claims.sign-off", { claims: [14], without_primary: false }],
          ["claims.sign-off", { claims: [14], without_primary: true }],
        ]),
      );
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    });

    it("goes from the question to new evidence by its key", async () => {
      stage.refuse = () => new CommandError("no-primary-source", "DG-14 has no primary source.");
      take();
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: /^Sign off S/ }));
      await screen.findByRole("dialog");
      await stage.user.keyboard("e");
      const form = await screen.findByRole("form", { name: "New evidence" });
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      await stage.user.click(within(form).getByRole("button", { name: /Close/ }));
    });

    it("says what a refused sign-off lacks", async () => {
      stage.refuse = () =>
        new CommandError("gate-missing", "DG-14 lacks a rationale.", ["Add what is missing, then sign off."]);
      const report = vi.spyOn(edits, "report");
      take({ rationale: "" });
      render(Fixture);
      await stage.user.keyboard("s");
      await waitFor(() => expect(report).toHaveBeenCalledOnce());
      expect(toasts.shown.map(({ text }) => text)).toEqual(["DG-14 lacks a rationale."]);
    });

    it("says who signed off and offers to reopen", async () => {
      take({ status: "signed-off", signed_off_by: "Tomasz Wilk", signed_off_at: Date.now() });
      render(Fixture);
      expect(screen.getByText(/^Signed off by Tomasz Wilk, \d\d:\d\d$/)).toBeTruthy();
      await stage.user.click(screen.getByRole("button", { name: /Reopen/ }));
      expect(written()).toEqual([["claims.edit", { claims: [14], status: "in-review" }]]);
    });
  });

  describe("the rationale", () => {
    it("leads from a citation to its evidence and marks one that dangles", async () => {
      take({ rationale: "Both [2] and [?]." });
      render(Fixture);
      expect(screen.queryByText("“Words of Second source”")).toBeNull();
      await stage.user.click(
        screen.getByRole("button", { name: "Evidence 2: Second source", description: "Second source" }),
      );
      expect(screen.getByText("“Words of Second source”")).toBeTruthy();
      expect(screen.getByText("[?]").title).toBe("The evidence cited here is gone");
    });

    it("cites by a bracket, and is saved by Ctrl Enter", async () => {
      take({ rationale: "It says so" });
      render(Fixture);
      await stage.user.keyboard("r");
      const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Rationale" });
      expect(document.activeElement).toBe(field);
      await stage.user.keyboard(" [[");
      const offers = screen.getByRole("listbox", { name: "Evidence to cite" });
      expect(within(offers).getAllByRole("option")).toHaveLength(2);
      await stage.user.keyboard("{ArrowDown}{Enter}");
      expect(field.value).toBe("It says so [2]");
      expect(screen.queryByRole("listbox")).toBeNull();
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      await waitFor(() => expect(screen.queryByRole("textbox", { name: "Rationale" })).toBeNull());
      expect(written()).toEqual([["claims.edit", { claims: [14], rationale: "It says so [2]", typing: true }]]);
    });

    it("has another for whether it was said", async () => {
      take();
      render(Fixture);
      await stage.user.click(screen.getByRole("radio", { name: "Was it said?" }));
      await stage.user.click(screen.getByRole("button", { name: /Why it was said/ }));
      await stage.user.keyboard("On tape.");
      await stage.user.click(document.body);
      await waitFor(() =>
        expect(written()).toEqual([["claims.edit", { claims: [14], rationale_said: "On tape.", typing: true }]]),
      );
    });
  });

  describe("evidence", () => {
    const form = (): HTMLElement => screen.getByRole("form", { name: "New evidence" });

    it("is added by E, with errors at their fields", async () => {
      take({ evidence_items: [evidence(1, "First source")] });
      render(Fixture);
      await stage.user.keyboard("e");
      await stage.user.type(within(form()).getByLabelText("Title"), "Treaty text");
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      expect(within(form()).getByRole("alert").textContent).toContain("Choose which way it points.");
      await stage.user.click(within(form()).getByRole("radio", { name: "Supports" }));
      stage.refuse = () => new CommandError("invalid", "There is no month 13.", [], "published");
      await stage.user.type(within(form()).getByLabelText("Published"), "2023-13-02");
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      const published = within(form()).getByLabelText("Published");
      await waitFor(() => expect(published.getAttribute("aria-invalid")).toBe("true"));
      await waitFor(() => expect(document.activeElement).toBe(published));
      stage.refuse = null;
      await stage.user.clear(published);
      await stage.user.click(within(form()).getByRole("checkbox", { name: "Primary source" }));
      await stage.user.click(within(form()).getByRole("button", { name: /Add evidence/ }));
      await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
      const [name, arg] = written().at(-1) ?? [];
      expect(name).toBe("evidence.add");
      expect(arg).toMatchObject({
        claim: 14,
        evidence: {
          stance: "supports",
          finding: "true",
          quote: null,
          source: { title: "Treaty text", primary: true, published: null, publisher: null },
        },
      });
    });

    it("keeps a draft that was left, for its claim alone", async () => {
      take();
      render(Fixture);
      await stage.user.keyboard("e");
      await stage.user.type(within(form()).getByLabelText("Title"), "Half a title");
      await stage.user.keyboard("{Escape}");
      expect(screen.queryByRole("form")).toBeNull();
      take({ key: 15, ref: "DG-15" });
      await waitFor(() => expect(screen.getByText("DG-15")).toBeTruthy());
      await stage.user.keyboard("e");
      expect(within(form()).getByLabelText<HTMLInputElement>("Title").value).toBe("");
      await stage.user.keyboard("{Escape}");
      take();
      await waitFor(() => expect(screen.getByText("DG-14")).toBeTruthy());
      await stage.user.click(screen.getByRole("button", { name: /^Continue/ }));
      expect(within(form()).getByLabelText<HTMLInputElement>("Title").value).toBe("Half a title");
    });

    it("is picked by arrows and shows its quote", async () => {
      take();
      render(Fixture);
      screen.getByRole("button", { name: "Evidence 1: First source", current: true }).focus();
      await stage.user.keyboard("{ArrowDown}");
      expect(screen.getByText("“Words of Second source”")).toBeTruthy();
      expect(screen.queryByText("“Words of First source”")).toBeNull();
      await stage.user.click(screen.getByRole("button", { name: "Remove evidence 2" }));
      expect(written()).toEqual([["evidence.remove", { id: "e2" }]]);
    });
  });

  it("gives tags by T and takes them off", async () => {
    take();
    render(Fixture);
    await stage.user.keyboard("t");
    await stage.user.keyboard("treaty, arms control{Enter}");
    await stage.user.click(screen.getByRole("button", { name: "Remove tag print" }));
    expect(written()).toEqual([
      ["claims.edit", { claims: [14], add_tags: ["treaty", "arms control"] }],
      ["claims.edit", { claims: [14], remove_tags: ["print"] }],
    ]);
  });

  it("shows history by its tab, undone lines marked", async () => {
    take();
    const line = { kind: "set-verdict" as const, actor: "Tomasz Wilk", time: Date.now(), undoes: null, changes: [] };
    hand.history = [
      { ...line, operation: 2, words: "set the verdict to Refuted", undone_by: null },
      { ...line, operation: 1, words: "set the verdict to Supported", undone_by: 3 },
    ];
    render(Fixture);
    await stage.user.click(screen.getByRole("tab", { name: /^History/ }));
    const lines = within(screen.getByRole("tabpanel")).getAllByRole("listitem");
    expect(lines.map((one) => one.textContent.replace(/\s+/g, " ").trim())).toEqual([
      "Tomasz set the verdict to Refuted now",
      "Tomasz set the verdict to Supported, undone now",
    ]);
  });
});
