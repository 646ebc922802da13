/** Moving among claims and the mentions of the claim in hand. */
import { tick } from "svelte";
import type { Mark } from "../backend";
import { toasts } from "../controls";
import { hand } from "../workspace";
import { sentenceAt } from "./article";
import type { Page } from "./page.svelte";
import type { Reading } from "./reading.svelte";
import type { Sentences } from "./sentences.svelte";

export class Moving {
  #reading: Reading;
  #page: Page;
  #sentences: Sentences;
  /** A mention of the claim in hand that is out of sight. */
  away = $state.raw<{ start: number; words: string; down: boolean } | null>(null);
  /** The claim in hand that is not to be shown by itself, null with none in hand. */
  #stays: number | null | undefined;
  /** How many ways to a mention are under way: until then nothing is named that is about to come in sight. */
  #going = 0;

  constructor(reading: Reading, page: Page, sentences: Sentences) {
    this.#reading = reading;
    this.#page = page;
    this.#sentences = sentences;
  }

  /** The mention in hand: the one gone to last, else the first in sight, else the first. */
  get current(): Mark | undefined {
    const { inHand } = this.#reading;
    return this.#wanted ?? inHand.find((mark) => this.#page.sideOf(mark.start) === 0) ?? inHand[0];
  }

  /** The mention of the claim in hand that was gone to last. */
  get #wanted(): Mark | undefined {
    const { inHand, view } = this.#reading;
    const { at } = hand;
    return at?.document === view?.summary.ref ? inHand.find((mark) => mark.start === at?.start) : undefined;
  }

  /** Takes the next claim in hand, or the one before; with none in hand, the nearest to what is seen. */
  step(by: 1 | -1): void {
    const next = this.#next();
    const before = next - (this.#reading.inHand.length > 0 ? 2 : 1);
    const claim = this.#reading.order[by === 1 ? next : before];
    if (claim !== undefined) hand.take(claim);
  }

  /** The place among the claims of the one after the claim in hand; with none in hand, of the first that is seen. */
  #next(): number {
    const { order, mentions } = this.#reading;
    if (hand.key !== null && mentions.has(hand.key)) return order.indexOf(hand.key) + 1;
    const seen = this.#page.firstSeen();
    const at = order.findIndex((key) => (mentions.get(key)?.[0]?.start ?? 0) >= seen);
    return at === -1 ? order.length : at;
  }

  /** Takes the next claim in hand that is not signed off; after the last one, the first. */
  stepUnverified(): void {
    const { order, mentions } = this.#reading;
    const at = this.#next();
    const round = [...order.slice(at), ...order.slice(0, at)];
    const claim = round.find((key) => mentions.get(key)?.[0]?.status !== "signed-off");
    if (claim === undefined) toasts.show({ text: "Every claim in this document is signed off.", icon: "check" });
    else if (claim === hand.key) {
      this.#stays = undefined;
      void this.showHand();
    } else hand.take(claim);
  }

  /** Goes to the next mention of the claim in hand, or the one before. */
  stepMention(by: 1 | -1): void {
    const { inHand } = this.#reading;
    const inSight = inHand.map((mark) => this.#page.sideOf(mark.start) === 0);
    const last = this.#wanted ? inHand.indexOf(this.#wanted) : -1;
    const from = inSight[last] ? last : Math.max(inSight.indexOf(true), 0);
    const next = inHand[(from + by + inHand.length) % inHand.length];
    if (next) void this.show(next.start);
  }

  /** The claim just taken in hand is not shown: the text stays where it is until another is. */
  stay(): void {
    this.#stays = hand.key;
  }

  /** Shows the mention in hand unless it is in sight; where none was gone to, the first unless any is. */
  async showHand(): Promise<void> {
    this.#going += 1;
    this.away = null;
    try {
      await this.#bringHand();
    } finally {
      this.#going -= 1;
    }
    this.locate();
  }

  async #bringHand(): Promise<void> {
    await tick();
    if (this.#stays === hand.key) return;
    this.#stays = undefined;
    const { inHand } = this.#reading;
    const wanted = this.#wanted;
    const mentions = wanted ? [wanted] : inHand;
    const [first] = mentions;
    this.#sentences.meanHand();
    // Both ends, so that no claim comes up half out of sight.
    const seen = mentions.some(({ start, end }) => [start, end - 1].every((at) => this.#page.sideOf(at) === 0));
    if (first && !seen) await this.show(first.start);
  }

  /** Brings the mention that begins at a place into sight. */
  async show(start: number): Promise<void> {
    const { inHand, view } = this.#reading;
    if (view && inHand.some((mark) => mark.start === start)) hand.at = { document: view.summary.ref, start };
    this.#sentences.meanAt(start);
    await this.#page.motion.show(start);
    this.locate();
  }

  /** Brings a place into sight unless it is. */
  keepInSight(start: number): void {
    if (this.#page.sideOf(start) !== 0) void this.show(start);
  }

  /** Names the next mention that is out of sight: below if there is one, else above. */
  locate(): void {
    const { inHand, view } = this.#reading;
    if (this.#going > 0) return;
    const sides = inHand.map((mark) => this.#page.sideOf(mark.start));
    const below = sides.indexOf(1);
    const index = below === -1 ? sides.indexOf(-1) : below;
    const mark = inHand[index];
    const sentence = mark && sentenceAt(view?.sentences ?? [], mark.start)?.number;
    const which = inHand.length > 1 ? `Mention ${index + 1} of ${inHand.length}` : "The mention";
    const words = `${which}${sentence ? `, sentence ${sentence}` : ""}`;
    const changed = this.away?.words !== words || this.away.down !== (below !== -1);
    if (!mark) this.away = null;
    else if (changed) this.away = { start: mark.start, words, down: below !== -1 };
  }
}
