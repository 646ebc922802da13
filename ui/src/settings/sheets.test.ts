import { render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { CommandError } from "../backend";
import { toasts } from "../controls";
import { workspace } from "../workspace";
import { SettingsSheet } from ".";
import Fixture from "./settings.fixture.svelte";

const host = vi.hoisted(() => ({
  asked: [] as { name: string; arg: never }[],
  /** What the next of these commands is refused with. */
  refuse: {} as Record<string, unknown[]>,
}));

const value = (word: string, name: string, verdict: string, number: number | null = null): object => ({
  word,
  name,
  role: verdict,
  description: "",
  number,
  verdict,
});
const SCALES = [
  {
    scale: {
      word: "assay",
      name: "Assay",
      description: "Five findings.",
      built_in: true,
      ratings: [value("supported", "Supported", "supported"), value("refuted", "Refuted", "refuted")],
    },
    active: true,
    claims: [0, 0],
  },
  {
    scale: {
      word: "ours",
      name: "Ours",
      description: "",
      built_in: false,
      ratings: [
        value("true", "True", "supported", 2),
        value("half", "Half true", "conflicting", 1),
        value("false", "False", "refuted", 0),
      ],
    },
    active: false,
    claims: [0, 3, 0],
  },
];
const STEPS = [
  { id: "a", text: "Unit?" },
  { id: "b", text: "Base year?" },
];

vi.mock("../backend", async (original) => ({
  ...(await original<object>()),
  backend: {
    onNotice: () => () => {},
    call: async (name: string, arg: never) => {
      host.asked.push({ name, arg });
      const refusal = host.refuse[name]?.shift();
      if (refusal) throw refusal;
      const answers: Record<string, unknown> = {
        "scales.list": SCALES,
        "desk.get": { scale: "assay", two_person: false, checklists: [{ kind: "quantity", steps: STEPS }] },
        "settings.set": arg,
      };
      return answers[name] ?? { operation: 1, claims: 0, message: "Done" };
    },
  },
}));

const calls = (name: string): unknown[] => host.asked.filter((one) => one.name === name).map(({ arg }) => arg);

beforeEach(() => {
  host.asked.length = 0;
  host.refuse = {};
  toasts.clear();
  workspace.info = {
    person: "Ines Moreau",
    initials: "IM",
    people: [
      { id: "1", name: "Ines Moreau", initials: null, checks: 2, reviews: 0 },
      { id: "2", name: "Amara Okafor", initials: null, checks: 0, reviews: 0 },
    ],
  } as never;
});

async function sheet(): Promise<ReturnType<typeof userEvent.setup>> {
  render(Fixture);
  await screen.findByRole("radio", { name: "Assay" });
  return userEvent.setup();
}
const item = (text: string): HTMLElement => screen.getByText(text).closest("li") ?? document.body;

describe("the workspace's settings", () => {
  it("choose the scale, and copy one that comes with Assay", async () => {
    const user = await sheet();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Assay" }).checked).toBe(true);
    const { violations } = await axe.run(document.body, {
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    await user.click(screen.getByRole("radio", { name: "Ours" }));
    await waitFor(() => expect(calls("desk.edit")).toEqual([{ scale: "ours" }]));
    await user.click(within(item("Assay")).getByRole("button", { name: "Copy" }));
    expect(screen.getByLabelText<HTMLInputElement>("Name of the scale").value).toBe("Assay, our own");
    await user.click(screen.getByRole("button", { name: "Save scale" }));
    await waitFor(() => expect(calls("scales.save")).toMatchObject([{ word: null, name: "Assay, our own" }]));
  });

  it("show what is wrong with a value at its field", async () => {
    const user = await sheet();
    await user.click(within(item("Ours")).getByRole("button", { name: "Edit" }));
    await user.type(screen.getByLabelText("Number of value 3"), "x");
    await user.click(screen.getByRole("button", { name: "Save scale" }));
    expect(calls("scales.save")).toEqual([]);
    expect(screen.getByLabelText("Number of value 3").getAttribute("aria-invalid")).toBe("true");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Number of value 3")));
    await user.clear(screen.getByLabelText("Number of value 3"));
    host.refuse["scales.save"] = [new CommandError("invalid", "Two values are named “True”.", [], "ratings.2.name")];
    await user.click(screen.getByRole("button", { name: "Save scale" }));
    expect(await screen.findByText("Two values are named “True”.")).toBeTruthy();
    expect(screen.getByLabelText("Name of value 3").getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByLabelText("Name of value 1").getAttribute("aria-invalid")).toBeNull();
  });

  it("move values by keys, and ask what replaces one that is in use", async () => {
    const user = await sheet();
    await user.click(within(item("Ours")).getByRole("button", { name: "Edit" }));
    await user.click(screen.getByLabelText("Name of value 3"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    const names = (): string[] => screen.getAllByPlaceholderText<HTMLInputElement>("Name").map((one) => one.value);
    expect(names()).toEqual(["True", "False", "Half true"]);
    await user.click(screen.getByRole("button", { name: "Remove value 3" }));
    const needs = (): CommandError => new CommandError("needs-replacement", "“Half true” is the verdict of 3 claims.");
    host.refuse["scales.save"] = [needs(), needs()];
    await user.click(screen.getByRole("button", { name: "Save scale" }));
    const choice = await screen.findByLabelText<HTMLSelectElement>(
      "“Half true” is the verdict of 3 claims. Replace it by",
    );
    // No verdict is ever prefilled.
    expect(choice.selectedOptions[0]?.text).toBe("Choose a value");
    await user.click(screen.getByRole("button", { name: "Replace and save scale" }));
    expect(await screen.findByText("Choose what replaces each of them.")).toBeTruthy();
    await user.selectOptions(choice, "False");
    await user.click(screen.getByRole("button", { name: "Replace and save scale" }));
    await waitFor(() => expect(calls("scales.save")).toHaveLength(3));
    expect(calls("scales.save").map((draft) => (draft as { replacements: object }).replacements)).toEqual([
      {},
      {},
      { half: { scale: "ours", rating: "false" } },
    ]);
  });

  it("remove a scale whose values are in use only with replacements", async () => {
    const user = await sheet();
    host.refuse["scales.remove"] = [new CommandError("needs-replacement", "“Half true” is the verdict of 3 claims.")];
    await user.click(within(item("Ours")).getByRole("button", { name: "Remove" }));
    await user.selectOptions(await screen.findByLabelText(/Replace it by/), "Refuted (Assay)");
    await user.click(screen.getByRole("button", { name: "Replace and remove scale" }));
    await waitFor(() =>
      expect(calls("scales.remove").at(-1)).toEqual({
        word: "ours",
        replacements: { half: { scale: "assay", rating: "refuted" } },
      }),
    );
  });

  it("turn the two-person rule on, and keep the steps of a checklist as they are left", async () => {
    const user = await sheet();
    await user.click(screen.getByRole("radio", { name: "Sign-off and checklists" }));
    await user.click(screen.getByRole("switch", { name: "Two-person rule" }));
    await waitFor(() => expect(calls("desk.edit")).toEqual([{ two_person: true }]));
    await user.click(screen.getByLabelText("Step 2"));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    const kept = (): unknown =>
      (calls("desk.edit").at(-1) as { checklists: { steps: unknown }[] }).checklists[0]?.steps;
    await waitFor(() => expect(kept()).toEqual([STEPS[1], STEPS[0]]));
    await user.click(screen.getByRole("button", { name: "Add step" }));
    await user.keyboard("Source table?{Tab}");
    await waitFor(() => expect(kept()).toContainEqual({ id: "", text: "Source table?" }));
    host.refuse["desk.edit"] = [new CommandError("invalid", "The checklist has “Unit?” twice.", [], "checklists")];
    await user.clear(screen.getByLabelText("Step 2"));
    await user.type(screen.getByLabelText("Step 2"), "unit?{Tab}");
    expect(await screen.findByText("The checklist has “Unit?” twice.")).toBeTruthy();
  });

  it("name, rename and remove people; a refusal stands at the person", async () => {
    const user = await sheet();
    await user.click(screen.getByRole("radio", { name: "People" }));
    expect(screen.getByText("Checks 2")).toBeTruthy();
    expect(screen.queryByLabelText("Name of Ines Moreau")).toBeNull();
    await user.type(screen.getByLabelText("New person"), "Tomasz Wilk{Enter}");
    expect(calls("people.add")).toEqual([{ name: "Tomasz Wilk", initials: null }]);
    await user.type(screen.getByLabelText("Initials of Amara Okafor"), "AMO{Tab}");
    expect(calls("people.edit")).toEqual([{ name: "Amara Okafor", new_name: "Amara Okafor", initials: "AMO" }]);
    host.refuse["people.remove"] = [
      new CommandError("invalid", "Amara Okafor checks or reviews claims.", ["Assign them to somebody else first."]),
    ];
    await user.click(screen.getByRole("button", { name: "Remove Amara Okafor" }));
    expect(
      await screen.findByText("Amara Okafor checks or reviews claims. Assign them to somebody else first."),
    ).toBeTruthy();
  });
});

describe("a person's settings", () => {
  it("take the initials from the name until they are written otherwise", async () => {
    workspace.settings = {
      name: null,
      initials: null,
      theme: "light",
      inspector_width: null,
      single_keys: "on",
    };
    const user = userEvent.setup();
    render(SettingsSheet, { open: true });
    const letters = (): HTMLInputElement => screen.getByLabelText("Initials");
    await user.type(await screen.findByLabelText("Your name"), "Jan van den Berg");
    expect(letters().value).toBe("JB");
    await user.clear(letters());
    await user.type(letters(), "JvB");
    await user.tab();
    await waitFor(() =>
      expect(calls("settings.set").at(-1)).toMatchObject({ name: "Jan van den Berg", initials: "JvB" }),
    );
    await user.clear(letters());
    await user.tab();
    await waitFor(() => expect(calls("settings.set").at(-1)).toMatchObject({ initials: null }));
  });
});
