/** All claims of a document compared with those of others, some at a time. */
import { backend, type Claim, type NearClaim, type Touched } from "../backend";
import { edits, touches } from "../workspace";
import { nearTo, unlessGone } from "./asking";

/** The most pairs that are listed. */
export const MOST_PAIRS = 300;

/** A claim of the document with those that may say the same. */
export interface Pairs {
  claim: Claim;
  near: readonly NearClaim[];
  /** Every claim that was ever near to it: what is undone brings back. */
  ever: ReadonlySet<number>;
}

class Comparing {
  /** Key of the document; nothing while none is compared. */
  document = $state<number | null>(null);
  compared = $state(0);
  /** How many claims there are to compare; nothing until that is known. */
  of = $state<number | null>(null);
  /** Whether it goes on. */
  running = $state(false);
  /** In the order of the claims. Those that nothing is near to any more stay, so that undo can bring them back. */
  found = $state.raw<readonly Pairs[]>([]);
  readonly pairs = $derived(this.found.reduce((sum, { near }) => sum + near.length, 0));
  readonly contradictions = $derived(
    this.found.reduce((sum, { near }) => sum + near.filter(({ contradicts }) => contradicts).length, 0),
  );
  /** The run begun last: what comes of an earlier one is dropped. */
  #run = 0;
  /** How often each claim was compared anew: an answer that was overtaken is dropped. */
  readonly #again = new Map<number, number>();

  async begin(document: number): Promise<void> {
    const run = ++this.#run;
    [this.document, this.compared, this.of, this.found, this.running] = [document, 0, null, [], true];
    let after: number | null = null;
    do {
      const asked: { document: number; after: number | null } = { document, after };
      const some = await edits.attempt(() => backend.call("claims.near-in", asked));
      if (run !== this.#run) return;
      if (!some) break;
      const pairs = await Promise.all(some.found.map(({ claim, near }) => pairsOf(claim, near)));
      if (run !== this.#run) return;
      this.found = [...this.found, ...pairs.filter((one) => one !== null)];
      this.compared += some.compared;
      this.of = this.compared + some.left;
      after = some.next;
    } while (after !== null && this.pairs < MOST_PAIRS);
    this.running = false;
  }

  end(): void {
    this.#run += 1;
    [this.document, this.found, this.running] = [null, [], false];
  }

  /** Something was written: what it touches is compared anew. */
  async follow(touched: readonly Touched[]): Promise<void> {
    const keys = this.found
      .filter(({ claim, ever }) => [claim.key, ...ever].some((key) => touches(touched, "claim", key)))
      .map(({ claim }) => claim.key);
    await Promise.all(keys.map((key) => this.#compare(key)));
  }

  /** Compares one of its claims anew. */
  async #compare(key: number): Promise<void> {
    const run = this.#run;
    const time = (this.#again.get(key) ?? 0) + 1;
    this.#again.set(key, time);
    const near = await nearTo(key);
    const now = near && (await pairsOf(key, near));
    if (run !== this.#run || time !== this.#again.get(key)) return;
    this.found = this.found.map((one) => {
      if (one.claim.key !== key) return one;
      // What is gone may come back.
      return now ? { ...now, ever: new Set([...one.ever, ...now.ever]) } : { ...one, near: [] };
    });
  }
}

/** A claim with those near to it that stand in other documents. */
async function pairsOf(key: number, all: readonly NearClaim[]): Promise<Pairs | null> {
  const claim = await unlessGone(() => backend.call("claims.get", { claim: key }));
  if (!claim) return null;
  const near = all.filter(({ row }) => row.document !== claim.document);
  return { claim, near, ever: new Set(near.map(({ row }) => row.key)) };
}

export const comparing = new Comparing();

/**
 * How many claims of a document may say the same as one of another, or contradict it; of a long document only the first
 * are looked at, and `more` says so.
 */
export async function countNear(document: number): Promise<{ near: number; more: boolean }> {
  const some = await unlessGone(() => backend.call("claims.near-in", { document, after: null }));
  const pairs = await Promise.all((some?.found ?? []).map(({ claim, near }) => pairsOf(claim, near)));
  return { near: pairs.filter((one) => one && one.near.length > 0).length, more: (some?.left ?? 0) > 0 };
}

/** Opens the sheet that compares a document's claims with those of others. */
export function compareDocument(document: number): void {
  void comparing.begin(document);
}
