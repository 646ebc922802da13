/** What the keys and the bulk bar do to claims: to the ticked ones, or else to the one in hand. */
import type { ClaimKind, ClaimPatch, Priority, Rating, Status, Verdict } from "../backend";
import { type Around, signOff, verdictKeys } from "../inspector";
import type { Binding, Bindings } from "../keys";
import { KINDS, PRIORITIES, STATUSES, VERDICT_ORDER, VERDICTS } from "../text/words";
import { edits, hand, judging } from "../workspace";
import { bulk } from "./bulk.svelte";
import { ledger } from "./ledger.svelte";

/** Whether there are claims that an action is for. */
function any(): boolean {
  return ledger.ticks.count > 0 || hand.key !== null;
}

/** Changes the ticked claims, or else the one in hand. `words` say of the ticked ones what is to be done to them. */
async function change(patch: Partial<ClaimPatch>, words: (claims: string) => string): Promise<boolean> {
  const whole = { add_tags: [], remove_tags: [], without_primary: false, typing: false, ...patch };
  if (ledger.ticks.count > 0) return bulk.ask({ deed: { kind: "edit", patch: whole }, words });
  return hand.key !== null && edits.claims([hand.key], patch);
}

/** What setting a status is called. */
function statusWords(status: Status): (claims: string) => string {
  if (status === "signed-off") return (claims) => `Sign off ${claims}`;
  if (status === "dismissed") return (claims) => `Dismiss ${claims}`;
  return (claims) => `Set ${claims} to ${STATUSES[status].name}`;
}

/**
 * Moves the claim in hand by `set`; after it went to review or was signed off, the next Open one comes up. For the
 * inspector beside the ledger too.
 */
export const goingOn: Around = (status, set) => {
  const gone = goOn(status, set);
  // What is pressed meanwhile is meant for the one that comes up.
  if (status === "in-review" || status === "signed-off") hand.expect(gone);
  return gone;
};

async function goOn(status: Status, set: () => Promise<boolean>): Promise<void> {
  const claim = hand.key;
  const goesOn = status === "in-review" || status === "signed-off";
  // Found before the edit, which may move the claim or take it out of the list.
  const next = goesOn ? await edits.attempt(() => ledger.cursor.nextOpen()) : null;
  if ((await set()) && next !== null && hand.key === claim) await ledger.cursor.goToClaim(next);
}

/** Sets the status. */
export async function setStatus(status: Status): Promise<void> {
  const claim = hand.key;
  if (ledger.ticks.count > 0) await change({ status }, statusWords(status));
  else if (claim !== null)
    await goingOn(status, () => (status === "signed-off" ? signOff([claim]) : edits.claims([claim], { status })));
}

/** Judges by a value of the workspace's scale, or takes the verdict away. */
export async function setRating(rating: Rating | null): Promise<void> {
  await change(judging(rating), (claims) =>
    rating ? `Set ${claims} to ${rating.name}` : `Take the verdict from ${claims}`,
  );
}

/** Says whether it was said. */
export async function setSaid(said: Verdict | null): Promise<void> {
  await change({ said }, (claims) =>
    said ? `Set “was it said” of ${claims} to ${VERDICTS[said].name}` : `Take “was it said” from ${claims}`,
  );
}

/** Says who checks them, or who reads them again; nobody takes whoever does off. */
export async function assign(role: "checker" | "reviewer", person: string | null): Promise<void> {
  await change({ [role]: person }, (claims) => {
    if (person === null) return `Take the ${role} off ${claims}`;
    return role === "checker" ? `Assign ${claims} to ${person}` : `Make ${person} the reviewer of ${claims}`;
  });
}

/** Gives tags, or takes them away. */
export async function setTags(tags: readonly string[], take: boolean): Promise<void> {
  const names = tags.map((tag) => `“${tag}”`).join(", ");
  const word = tags.length === 1 ? "tag" : "tags";
  if (take) await change({ remove_tags: [...tags] }, (claims) => `Take the ${word} ${names} from ${claims}`);
  else await change({ add_tags: [...tags] }, (claims) => `Tag ${claims} ${names}`);
}

/** Says how soon they want checking. */
export async function setPriority(priority: Priority): Promise<void> {
  await change({ priority }, (claims) => `Set ${claims} to priority ${PRIORITIES[priority].name}`);
}

/** Says what sort of claims they are. */
export async function setKind(kind: ClaimKind): Promise<void> {
  await change({ kind }, (claims) => `Set ${claims} to kind ${KINDS[kind]}`);
}

/** Merges the ticked claims into one. */
export function mergeInto(into: number, reference: string): Promise<boolean> {
  return bulk.ask({ deed: { kind: "merge", into }, words: (claims) => `Merge ${claims} into ${reference}` });
}

/** The commands that change claims, for `commands.bind`. */
export function deeds(): Bindings {
  const when = any;
  const hasClaimant = (): boolean => ledger.ticks.count > 0 || (hand.claim?.claimant ?? null) !== null;
  // The claim that its person went to may not be in hand yet.
  const awaits = (): Promise<void> | null => (ledger.ticks.count > 0 ? null : hand.arrival());
  const status = (to: Status): Binding => ({ run: () => void setStatus(to), when, awaits });
  const bindings: Bindings = {
    "status.open": status("open"),
    "status.in-progress": status("in-progress"),
    "status.in-review": status("in-review"),
    "status.signed-off": status("signed-off"),
    "status.dismissed": status("dismissed"),
    ...verdictKeys((rating) => void setRating(rating), when, awaits),
  };
  for (const verdict of VERDICT_ORDER) {
    bindings[`said.${verdict}`] = {
      run: () => void setSaid(verdict),
      when: () => when() && hasClaimant(),
      awaits,
    };
  }
  return bindings;
}
