import { render, screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { CommandError } from "../backend";
import { toasts } from "../controls";
import { commands } from "../keys";
import { here } from "../place";
import { hand, ratings, workspace } from "../workspace";
import Fixture from "./inspector.fixture.svelte";
import { claim } from "./sample";
import { fetched, setStage, stage, take, written } from "./stage";
import { shown } from "./tab.svelte";

setStage();

describe("verification", () => {
  describe("another scale", () => {
    const POLITIFACT = {
      word: "politifact",
      name: "PolitiFact",
      ratings: [
        ["true", "True", "supported"],
        ["mostly-true", "Mostly True", "supported"],
        ["half-true", "Half True", "conflicting"],
        ["mostly-false", "Mostly False", "refuted"],
        ["false", "False", "refuted"],
        ["pants-on-fire", "Pants on Fire", "refuted"],
      ].map(([word, name, role]) => ({ word, name, role, verdict: role, description: `${name} it is.`, number: null })),
    };
    const checked = (): (string | null)[] =>
      within(screen.getByRole("radiogroup", { name: "Verdict" }))
        .getAllByRole("radio", { checked: true })
        .map((radio) => radio.getAttribute("aria-label"));

    it("shows its values in the pad, and takes them by the keys at their places", async () => {
      workspace.info = { person: "Ines Moreau", people: [], scale: POLITIFACT } as never;
      take({ rating: { scale: "politifact", rating: "half-true" }, rating_name: "Half True", verdict: "conflicting" });
      render(Fixture);
      expect(checked()).toEqual(["Half True"]);
      expect(screen.getByRole("radio", { name: "Pants on Fire" }).title).toBe("Pants on Fire: Pants on Fire it is.");
      expect(commands.titleOf("verdict.6")).toBe("Verdict: Pants on Fire");
      expect([commands.can("verdict.6"), commands.can("verdict.7")]).toEqual([true, false]);
      await stage.user.keyboard("670");
      expect(written()).toEqual([
        ["claims.edit", { claims: [14], rating: { scale: "politifact", rating: "pants-on-fire" } }],
        ["claims.edit", { claims: [14], verdict: null }],
      ]);
    });

    it("says by which scale a claim was judged, where that is not the workspace's", async () => {
      stage.answers["scales.list"] = [{ scale: POLITIFACT, active: false, claims: [] }];
      take({ rating: { scale: "politifact", rating: "half-true" }, rating_name: "Half True", verdict: "conflicting" });
      render(Fixture);
      await screen.findByText("Half True, PolitiFact");
      expect(checked()).toEqual(["Conflicting evidence"]);
      // The same finding by the workspace's own scale is another judgement.
      await stage.user.click(screen.getByRole("radio", { name: "Conflicting evidence", checked: true }));
      expect(written().at(-1)).toEqual(["claims.edit", { claims: [14], verdict: "conflicting" }]);
    });

    it("says in words where what was said is not true", async () => {
      take({ said: "supported" });
      render(Fixture);
      expect(screen.getByText("Said, but refuted")).toBeTruthy();
      fetched({ said: "refuted" });
      await waitFor(() => expect(screen.queryByText("Said, but refuted")).toBeNull());
    });
  });

  describe("notes", () => {
    const note = {
      id: "n1",
      kind: "note",
      author: "Tomasz Wilk",
      written: 0,
      text: "Ask the desk.",
      answer: null,
    } as const;
    const question = { ...note, id: "n2", kind: "question", text: "Who says so?" } as const;

    it("are written by W and questions asked by Q, and keep what was begun with their claim", async () => {
      take({ key: 21, ref: "DG-21" });
      render(Fixture);
      await stage.user.keyboard("w");
      await stage.user.keyboard("Half a thought");
      take({ key: 22, ref: "DG-22" });
      await screen.findByText("DG-22");
      await stage.user.keyboard("q");
      const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Question to the author" });
      expect([document.activeElement, field.value]).toEqual([field, ""]);
      await stage.user.keyboard("Which day?{Control>}{Enter}{/Control}");
      expect(written()).toEqual([["notes.add", { claim: 22, kind: "question", text: "Which day?" }]]);
      await waitFor(() => expect(field.value).toBe(""));
      take({ key: 21, ref: "DG-21" });
      await waitFor(() =>
        expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "New note" }).value).toBe("Half a thought"),
      );
    });

    it("are listed with their questions open until they are answered", async () => {
      shown.tab = "notes";
      take({ note_items: [note, question], notes: 2, open_questions: 1 });
      render(Fixture);
      expect(screen.getByText("1 open question")).toBeTruthy();
      expect(screen.getByRole("tab", { name: /^Notes ?2$/ })).toBeTruthy();
      await stage.user.click(screen.getByRole("button", { name: "Answer" }));
      const field = await screen.findByRole("textbox", { name: "Answer" });
      await waitFor(() => expect(document.activeElement).toBe(field));
      await stage.user.keyboard("The ministry.{Control>}{Enter}{/Control}");
      expect(stage.calls.at(-1)).toEqual(["notes.edit", { id: "n2", patch: { answer: "The ministry." } }]);
      fetched({ note_items: [note, { ...question, answer: "The ministry." }], open_questions: 0 });
      await screen.findByText("Answered");
      expect(screen.queryByText("1 open question")).toBeNull();
    });

    it("are changed and removed by their own menu, and refused at their field", async () => {
      shown.tab = "notes";
      take({ note_items: [note] });
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: "More of this note" }));
      await stage.user.click(await screen.findByText("Edit note"));
      const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Note" });
      stage.refuse = () => new CommandError("invalid", "The note is empty.", [], "text");
      await stage.user.clear(field);
      await stage.user.click(screen.getByRole("button", { name: /^Save/ }));
      await screen.findByText("The note is empty.");
      stage.refuse = null;
      await stage.user.click(screen.getByRole("button", { name: /^Cancel/ }));
      await stage.user.click(screen.getByRole("button", { name: "More of this note" }));
      await stage.user.click(await screen.findByText("Remove"));
      await waitFor(() => expect(written().at(-1)).toEqual(["notes.remove", { id: "n1" }]));
    });

    it("stand in the reader only where there are some, or one is being written", async () => {
      here.go({ name: "reader", document: "D1" });
      take({ key: 23 });
      render(Fixture);
      expect(screen.queryByRole("region", { name: "Notes" })).toBeNull();
      await stage.user.keyboard("w");
      await screen.findByRole("region", { name: "Notes" });
      await stage.user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("region", { name: "Notes" })).toBeNull());
    });
  });

  it("ticks the steps of its checklist", async () => {
    const steps = ["Unit?", "Base year?"].map((text, at) => ({ id: `c${at}`, text, done: at === 0 }));
    take({ checklist: steps });
    render(Fixture);
    const head = screen.getByRole("button", { name: "Checklist 1 of 2" });
    expect(screen.queryByRole("checkbox", { name: "Unit?" })).toBeNull();
    await stage.user.click(head);
    await stage.user.click(screen.getByRole("checkbox", { name: "Base year?", checked: false }));
    expect(written()).toEqual([["claims.tick", { claim: 14, step: "c1", done: true }]]);
    fetched({ checklist: [] });
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Checklist/ })).toBeNull());
  });

  describe("relations", () => {
    const other = { key: 4, id: "c4", ref: "DG-4", label: "First meeting", status: "open", verdict: null } as const;

    it("lead to the other claim and are taken away", async () => {
      const go = vi.spyOn(hand, "take").mockImplementation(() => {});
      take({ relations: [{ ...other, kind: "contradicts" }] });
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: "Contradicts DG-4 First meeting" }));
      expect(go).toHaveBeenCalledWith(4);
      await stage.user.click(screen.getByRole("button", { name: "Remove the relation to DG-4" }));
      expect(written()).toEqual([["claims.unrelate", { claim: 14, kind: "contradicts", other: 4 }]]);
    });

    it("lead from one contradicting claim to all others, by one key", () => {
      const go = vi.spyOn(hand, "take").mockImplementation(() => {});
      const contradicts = (key: number) =>
        ({ ...other, key, id: `c${key}`, ref: `DG-${key}`, kind: "contradicts" }) as const;
      const from = (key: number, ...to: number[]): void => {
        take({ key, relations: [{ ...other, kind: "same-as" }, ...to.map(contradicts)] });
        const { unmount } = render(Fixture);
        expect(commands.run("contradiction.next")).toBe(to.length > 0);
        unmount();
      };
      from(4);
      for (const [key, to] of [
        [14, [5, 6]],
        [5, [14]],
        [14, [5, 6]],
        [6, [14]],
        [14, [5, 6]],
      ] as const)
        from(key, ...to);
      expect(go.mock.calls.map(([key]) => key)).toEqual([5, 14, 6, 14, 5]);
    });

    it("offer what was found of a claim that says the same, while there is no verdict", async () => {
      stage.answers["claims.get"] = claim({
        key: 4,
        verdict: "refuted",
        rationale: "The register has 204.",
        signed_off_by: "Ada Okafor",
        signed_off_at: Date.UTC(2023, 2, 2),
      });
      take({
        status: "open",
        verdict: null,
        rationale: "",
        relations: [{ ...other, verdict: "refuted", kind: "same-as" }],
      });
      render(Fixture);
      expect(await screen.findByText("Refuted, signed off by Ada Okafor, 2 Mar 2023")).toBeTruthy();
      await stage.user.keyboard("{Shift>}T{/Shift}");
      await waitFor(() => expect(written()).toContainEqual(["claims.take-over", { claim: 14, from: 4 }]));
      fetched({ verdict: "refuted" });
      await waitFor(() => expect(screen.queryByRole("button", { name: /^Take over/ })).toBeNull());
    });

    it("are made with a claim that is found, by keys alone; what is refused is said there", async () => {
      const rows = [14, 4, 5].map((key) => ({ ...other, key, ref: `DG-${key}`, label: `Claim ${key}` }));
      stage.answers["claims.page"] = { rows };
      take();
      render(Fixture);
      commands.run("claim.merge");
      const field = await screen.findByRole("combobox", { name: "Find a claim" });
      await stage.user.type(field, "claim");
      await waitFor(() => expect(screen.getAllByRole("option").map((one) => one.textContent)).toHaveLength(2));
      const query = "claim -status:dismissed";
      await waitFor(() => expect(stage.calls.at(-1)).toEqual(["claims.page", expect.objectContaining({ query })]));
      stage.refuse = () => new CommandError("move-not-allowed", "DG-14 is Signed off.", ["Reopen it first."]);
      await stage.user.keyboard("{ArrowDown}{Enter}");
      expect((await screen.findByRole("alert")).textContent).toBe("DG-14 is Signed off. Reopen it first.");
      stage.refuse = null;
      await stage.user.keyboard("{Enter}");
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      expect(written().at(-1)).toEqual(["claims.merge", { claims: [14], into: 5 }]);
    });

    it("are parts after a split, of which there are two at least; a refusal is said at its part", async () => {
      take();
      render(Fixture);
      commands.run("claim.split");
      const sheet = await screen.findByRole("dialog", { name: "Split DG-14" });
      const part = (number: number): HTMLTextAreaElement => within(sheet).getByLabelText(`Part ${number}`);
      expect(part(1).value).toBe("Blinken urged Russia to join the treaty.");
      expect(within(sheet).getByRole<HTMLButtonElement>("button", { name: /^Split into 2/ }).disabled).toBe(true);
      await stage.user.click(within(sheet).getByRole("button", { name: "Another part" }));
      await stage.user.type(part(3), "Blinken urged Russia.");
      stage.refuse = () => new CommandError("invalid", "The statement is too long.", [], "parts.1.statement");
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      await waitFor(() => expect(part(3).getAttribute("aria-invalid")).toBe("true"));
      stage.refuse = null;
      await stage.user.keyboard("{Control>}{Enter}{/Control}");
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      expect(written().at(-1)).toEqual([
        "claims.split",
        {
          claim: 14,
          parts: [{ statement: "Blinken urged Russia to join the treaty." }, { statement: "Blinken urged Russia." }],
        },
      ]);
    });

    it("say where a merged claim went, and bring it back", async () => {
      take({ status: "dismissed", relations: [{ ...other, kind: "merged-into" }] });
      render(Fixture);
      expect(screen.getByRole("status").textContent).toContain("Merged into DG-4.");
      const open = within(screen.getByRole("radiogroup", { name: "Status" })).getByRole<HTMLButtonElement>("radio", {
        name: "Open",
      });
      expect(open.disabled).toBe(true);
      expect(screen.queryByRole("button", { name: /^Reopen/ })).toBeNull();
      const [first] = screen.getAllByRole("button", { name: "Unmerge" });
      await stage.user.click(first ?? document.body);
      expect(written()).toEqual([["claims.unmerge", { claim: 14 }]]);
    });
  });

  describe("people", () => {
    const people = [{ id: "p2", name: "Tomasz Wilk", initials: "ToW", checks: 1, reviews: 0 }];
    const info = { person: "Ines Moreau", initials: "IM", people, scale: { word: "assay", ratings: ratings() } };

    it("are chosen with oneself first, by their own initials", async () => {
      workspace.info = { ...info, person: "Ada Okafor", initials: "AO" } as never;
      take({ checker: "Tomasz Wilk" });
      render(Fixture);
      expect(screen.getByRole("button", { name: "Checker: Tomasz Wilk" }).textContent).toContain("ToW");
      await stage.user.keyboard("a");
      const items = await screen.findAllByRole("menuitem", { hidden: true });
      expect(items.map((item) => item.textContent.replace(/\s+/g, " ").trim())).toEqual([
        "AO Assign to me",
        "ToW Tomasz Wilk",
        "Another person…",
        "Nobody",
      ]);
      await stage.user.click(items[0] ?? document.body);
      expect(written()).toEqual([["claims.edit", { claims: [14], checker: "Ada Okafor" }]]);
    });

    it("may be refused, which is said beside them", async () => {
      workspace.info = info as never;
      stage.refuse = () =>
        new CommandError("invalid", "Ines Moreau checks this claim and may not review it.", [], "reviewer");
      take();
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: "Reviewer: nobody" }));
      await stage.user.click(await screen.findByText("Assign to me"));
      expect((await screen.findByRole("alert")).textContent).toContain("may not review it");
      expect(toasts.shown).toEqual([]);
    });

    it("are two under the rule, and the foot says why one may not sign", () => {
      workspace.info = { ...info, two_person: true } as never;
      take();
      render(Fixture);
      const gates = screen.getByRole("group", { name: "Needed for sign-off" });
      expect(gates.textContent).toContain("Second person. You checked it, so another person signs it off.");
    });
  });

  describe("history", () => {
    const line = {
      kind: "set-verdict" as const,
      actor: "Tomasz Wilk",
      time: Date.now(),
      undoes: null,
      undone_by: null,
      changes: [{ claim: "DG-14", field: "Verdict", before: "Supported", after: "Refuted" }],
    };
    const lines = [2, 1].map((operation) => ({ ...line, operation, words: `did ${operation}` }));

    it("opens a line to what was and what is, and the claim as it then was, which is given back", async () => {
      stage.answers["claims.at"] = claim({ statement: "As it was then.", rationale: "Because [1].", tags: ["old"] });
      shown.tab = "history";
      take();
      hand.history = lines;
      render(Fixture);
      await stage.user.click(screen.getByRole("button", { name: "Tomasz did 1" }));
      expect(screen.getByText("Refuted", { selector: "dd" }).previousElementSibling?.textContent).toMatch(
        /^Before: ?Supported$/,
      );
      await stage.user.click(screen.getByRole("button", { name: "Look at this state" }));
      await screen.findByText("As it was then.");
      expect(screen.getByRole("status").textContent).toContain("As it was after operation 1, ");
      expect(screen.queryByRole("radiogroup")).toBeNull();
      await stage.user.keyboard("{Escape}");
      await screen.findByRole("radiogroup", { name: "Verdict" });
      await stage.user.click(screen.getByRole("button", { name: "Tomasz did 1" }));
      await stage.user.click(screen.getByRole("button", { name: "Look at this state" }));
      await stage.user.click(await screen.findByRole("button", { name: "Restore" }));
      await screen.findByRole("radiogroup", { name: "Verdict" });
      expect(written().at(-1)).toEqual(["claims.restore", { claim: 14, operation: 1 }]);
    });

    it("shows older lines when asked", async () => {
      shown.tab = "history";
      take();
      hand.history = lines;
      hand.hasOlder = true;
      stage.answers["history.list"] = [{ ...line, operation: 0, words: "did 0" }];
      render(Fixture);
      expect(screen.getByRole("tab", { name: /^History ?2\+$/ })).toBeTruthy();
      await stage.user.click(screen.getByRole("button", { name: "Show older" }));
      await screen.findByRole("button", { name: "Tomasz did 0" });
      expect(stage.calls).toEqual([["history.list", { filter: { claim: 14 }, before: 1, limit: 50 }]]);
      expect(screen.queryByRole("button", { name: "Show older" })).toBeNull();
    });

    it("shows a note as the person's own words", () => {
      shown.tab = "history";
      take({
        note_items: [{ id: "n1", kind: "note", author: "Tomasz Wilk", written: 7, text: "Ask again.", answer: null }],
      });
      hand.history = [{ ...line, operation: 2, kind: "add-note", time: 7, words: "wrote a note", changes: [] }];
      render(Fixture);
      expect(screen.getByRole("button", { name: "Tomasz Ask again." })).toBeTruthy();
    });
  });
});
