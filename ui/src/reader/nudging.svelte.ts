/** Nudging the ends of the mention in hand with the keys. */
import { backend, type Mention } from "../backend";
import { announce } from "../controls";
import type { Bindings } from "../keys";
import { runsLeft } from "../text/direction";
import { edits, hand } from "../workspace";
import type { Moving } from "./moving.svelte";
import { type Nudge, nudged } from "./nudge";
import type { Reading } from "./reading.svelte";

export class Nudging {
  #reading: Reading;
  #moving: Moving;
  /** Keys come faster than answers: each waits for the one before. */
  #last: Promise<void> = Promise.resolve();
  /** The mention nudged last, and where it was put. */
  #nudged: { id: string; start: number } | null = null;

  constructor(reading: Reading, moving: Moving) {
    this.#reading = reading;
    this.#moving = moving;
  }

  /** For `commands.bind`. Right and left are those of the script; down and up are on and back in the text. */
  bindings(): Bindings {
    const bind = (end: Nudge["end"], by: Nudge["by"], to: Nudge["to"]): Bindings[keyof Bindings] => ({
      run: () => (this.#last = this.#last.then(() => this.#nudge({ end, by, to }))),
      when: () => this.#reading.inHand.length > 0,
    });
    return {
      "mention.end-right": bind("end", "word", 1),
      "mention.end-left": bind("end", "word", -1),
      "mention.end-on": bind("end", "character", 1),
      "mention.end-back": bind("end", "character", -1),
      "mention.start-right": bind("start", "word", 1),
      "mention.start-left": bind("start", "word", -1),
      "mention.start-on": bind("start", "character", 1),
      "mention.start-back": bind("start", "character", -1),
    };
  }

  async #nudge(nudge: Nudge): Promise<void> {
    const { key } = hand;
    const { view, key: document } = this.#reading;
    if (key === null || document === null || !view) return;
    // What the text shows may be older than the nudge before, or than an undo.
    const claim = await edits.attempt(() => backend.call("claims.get", { claim: key }));
    const mention = claim && this.#mention(claim.mentions.filter((one) => one.document === view.summary.id));
    if (!mention) return;
    const turned = nudge.by === "word" && runsLeft(mention.exact) === true;
    const to = turned ? (nudge.to === 1 ? -1 : 1) : nudge.to;
    const moved = nudged(view.blocks, mention, { ...nudge, to });
    if (!moved) return announce("There is nothing more on that side");
    const { start, end, exact } = moved;
    const place = { document, quote: exact, span: { start, end } };
    const move = { claim: key, mention: mention.id, place, nudged: true };
    // A key that is easily pressed by mistake undoes the sign-off of another: that is said where it is seen.
    const reopened = claim.status === "signed-off" ? { words: `${claim.ref} reopened: a mention was moved` } : {};
    if (!(await edits.run(() => backend.call("mentions.move", move), reopened))) return;
    this.#nudged = { id: mention.id, start };
    hand.at = { document: view.summary.ref, start };
    this.#moving.keepInSight(start);
    announce(exact);
  }

  #mention(mentions: readonly Mention[]): Mention | undefined {
    const at = hand.at?.document === this.#reading.view?.summary.ref ? hand.at?.start : undefined;
    const last = this.#nudged?.start === at ? this.#nudged?.id : undefined;
    return (
      mentions.find(({ id }) => id === last) ??
      mentions.find(({ start }) => start === this.#moving.current?.start) ??
      mentions[0]
    );
  }
}
