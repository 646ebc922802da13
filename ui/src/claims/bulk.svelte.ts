/**
 * Edits of the ticked claims. What will be done and what cannot is asked of the engine first: where nothing stands in the
 * way of a few claims it is done at once, else a sheet says it and the person decides.
 */
import { backend, type BulkDeed, type BulkPreview, type Chosen, type Job, type Outcome } from "../backend";
import { toasts } from "../controls";
import { edits, work } from "../workspace";
import { ledger } from "./ledger.svelte";

/** Up to so many claims are edited unasked. */
const UNASKED = 200;
/** More claims than this are edited as a job, which shows how far it is and can be stopped. */
const AT_ONCE = 500;

/** What is to be done, with its words: `Sign off 38 claims`. */
export interface Asked {
  deed: BulkDeed;
  words: (claims: string) => string;
}

interface Open extends Asked {
  chosen: Chosen;
  preview: BulkPreview;
}

class Bulk {
  /** What the sheet asks about. */
  open = $state.raw<Open | null>(null);
  /** The query found other claims than was said, and nothing was done: what is said now is said anew. */
  moved = $state(false);
  /** The job at work. */
  job = $state.raw<Job | null>(null);
  /** The missing primary sources are accepted. */
  accepted = $state(false);
  #answer: ((done: boolean) => void) | null = null;

  /** Edits the ticked claims, asking where there is something to say. Returns whether it was done. */
  async ask(asked: Asked): Promise<boolean> {
    if (this.open) return false;
    const { chosen } = ledger.ticks.selected;
    const preview = await this.#preview(chosen, asked.deed);
    if (!preview || this.open) return false;
    // The sheet for merging has said already that the claim which stays is reopened.
    const clear = preview.left.length === 0 && (preview.reopened === 0 || asked.deed.kind === "merge");
    if (clear && preview.changed === 0) {
      toasts.show({ text: `Nothing to change: ${preview.claims === 1 ? "it is" : "they are"} so already` });
      return false;
    }
    if (clear && chosen.kind === "claims" && preview.changed <= UNASKED) return this.#do({ ...asked, chosen, preview });
    this.accepted = false;
    this.moved = false;
    this.open = { ...asked, chosen, preview };
    return new Promise((answer) => (this.#answer = answer));
  }

  /** Accepts that primary sources are missing, or not: what will be done is said anew. */
  async accept(accepted: boolean): Promise<void> {
    const { open } = this;
    if (open?.deed.kind !== "edit" || this.job) return;
    this.accepted = accepted;
    const deed = { ...open.deed, patch: { ...open.deed.patch, without_primary: accepted } };
    const preview = await this.#preview(open.chosen, deed);
    if (preview && this.open === open) this.open = { ...open, deed, preview };
  }

  /** Does what the sheet says. */
  async go(): Promise<void> {
    const { open } = this;
    if (!open || this.job || open.preview.changed === 0) return;
    if (await this.#do(open)) this.#close(true);
  }

  /** Stops the job, or thinks better of it. */
  async cancel(): Promise<void> {
    const { job } = this;
    if (job) await edits.attempt(() => backend.call("jobs.cancel", { id: job.id }));
    else this.#close(false);
  }

  #close(done: boolean): void {
    this.open = null;
    this.#answer?.(done);
    this.#answer = null;
  }

  #preview(chosen: Chosen, deed: BulkDeed): Promise<BulkPreview | null> {
    return edits.attempt(() => backend.call("claims.preview-bulk", { chosen, deed }));
  }

  async #do(open: Open): Promise<boolean> {
    const { chosen, deed, preview } = open;
    const asked = { chosen, deed, seen: preview.seen };
    const status = deed.kind === "edit" ? deed.patch.status : null;
    let moved = false;
    const done = await edits.run(
      () => (preview.changed > AT_ONCE ? this.#work(asked) : backend.call("claims.bulk", asked)),
      {
        ...(status ? { status } : {}),
        refused: ({ code }) => (moved = code === "list-changed"),
      },
    );
    if (moved) await this.#again(open);
    // All that a query finds stays ticked only where that is the same claims as before.
    if (done && chosen.kind === "query" && !(await this.#areStill(open))) ledger.ticks.none();
    return done;
  }

  async #areStill({ chosen, deed, preview }: Open): Promise<boolean> {
    if (deed.kind === "merge") return false;
    return (await edits.attempt(() => backend.call("claims.are-still", { chosen, seen: preview.seen }))) ?? false;
  }

  /** The query finds other claims than was said: it is said anew, and nothing was done. */
  async #again(open: Open): Promise<void> {
    const preview = await this.#preview(open.chosen, open.deed);
    if (!preview || this.open !== open) return;
    this.moved = true;
    this.open = { ...open, preview };
  }

  /** The same as a job: resolves when it has ended. */
  async #work(asked: { chosen: Chosen; deed: BulkDeed; seen: BulkPreview["seen"] }): Promise<Outcome> {
    try {
      return await work(
        async () => ({ kind: "job", job: await backend.call("claims.start-bulk", asked) }),
        (job) => (this.job = job),
      );
    } finally {
      this.job = null;
    }
  }
}

export const bulk = new Bulk();
