/** The inspector on a stage for its tests: a host that answers as told and keeps what it was asked. */
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, vi } from "vitest";
import { backend, type Claim, type CommandError } from "../backend";
import { toasts } from "../controls";
import { evidenceForms } from "../evidence";
import { here } from "../place";
import { hand, workspace } from "../workspace";
import { claim } from "./sample";
import { shown } from "./tab.svelte";

type Arg = { claims?: number[]; patch?: Record<string, unknown> };

export const stage = {
  /** What the host was asked, in order. */
  calls: [] as [name: string, arg: Arg | null][],
  /** What it answers to a command; else the outcome of an edit. */
  answers: {} as Record<string, unknown>,
  /** What it refuses. */
  refuse: null as ((name: string, arg: Arg) => CommandError | null) | null,
  user: userEvent.setup() as UserEvent,
};

/** What is only looked for, whenever a pause comes; no test waits for it. */
const LOOKED_FOR = ["claims.near"];

/** What was written, without the parts of a patch that say nothing. */
export function written(): [string, unknown][] {
  return stage.calls.map(([name, given]) => {
    const { claims, patch, ...arg } = given ?? {};
    if (!patch) return [name, claims ? { claims, ...arg } : arg];
    const said = Object.entries(patch).filter(
      ([, value]) => value !== false && !(Array.isArray(value) && !value.length),
    );
    return [name, { claims, ...Object.fromEntries(said) }];
  });
}

/** As a refetch does. */
export function fetched(changes: Partial<Claim>): void {
  hand.claim = claim({ ...hand.claim, ...changes });
}

/** Takes a claim in hand. */
export function take(changes: Partial<Claim> = {}): void {
  hand.claim = claim(changes);
  hand.key = hand.claim.key;
}

/** Sets the stage before each test of a file, and clears it after. */
export function setStage(): void {
  beforeEach(() => {
    stage.user = userEvent.setup();
    stage.calls = [];
    stage.refuse = null;
    stage.answers = { "sources.list": [], "claims.near": [] };
    shown.tab = "rationale";
    shown.checklist = false;
    here.go({ name: "claims" });
    vi.spyOn(backend, "call").mockImplementation(((name: string, arg: Arg) => {
      if (!LOOKED_FOR.includes(name)) stage.calls.push([name, arg]);
      const error = stage.refuse?.(name, arg);
      if (name in stage.answers) return Promise.resolve(stage.answers[name]);
      return error ? Promise.reject(error) : Promise.resolve({ operation: 7, claims: 1, message: "DG-14 edited" });
    }) as unknown as typeof backend.call);
  });

  afterEach(() => {
    hand.key = null;
    hand.claim = null;
    hand.history = [];
    hand.hasOlder = false;
    workspace.info = null;
    // Drafts outlive the screen, as they should; here each test begins without.
    for (const key of [14, 15]) evidenceForms.forget(key, null);
    toasts.clear();
    vi.restoreAllMocks();
  });
}
