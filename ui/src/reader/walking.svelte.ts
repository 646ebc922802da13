/**
 * Selecting words of the article without a mouse: Shift and arrows select from where the caret is, and with the caret
 * shown, arrows alone move it. The caret is the selection's own end, so that `C`, `M` and `E` work on what it selects.
 */
import { announce } from "../controls";
import type { Bindings } from "../keys";
import type { Moving } from "./moving.svelte";
import type { Page } from "./page.svelte";
import type { Reading } from "./reading.svelte";
import type { Selecting } from "./selecting.svelte";
import { rectAt, textPlace } from "./textPlace";

type Alter = "move" | "extend";
type Step = "character" | "word" | "line" | "lineboundary";
type Direction = "left" | "right" | "backward" | "forward";

/** What an arrow does with the caret shown; with Ctrl a word, with Shift it selects. */
const MOVES: Record<string, readonly [Direction, Step]> = {
  ArrowLeft: ["left", "character"],
  ArrowRight: ["right", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
  Home: ["backward", "lineboundary"],
  End: ["forward", "lineboundary"],
};

/** From the caret to the edge of what scrolls, px. */
const MARGIN = 40;

export class Walking {
  #reading: Reading;
  #page: Page;
  #moving: Moving;
  #selecting: Selecting;
  /** Whether it is shown and arrows move it. */
  on = $state(false);
  /** Where it is drawn, in the page; nothing while words are selected. */
  at = $state.raw<{ left: number; top: number; height: number } | null>(null);
  /** The code point it stood at last. */
  #point: number | null = null;
  /** Keys come faster than a place is shown: each waits for the one before. */
  #last: Promise<void> = Promise.resolve();

  constructor(reading: Reading, page: Page, moving: Moving, selecting: Selecting) {
    this.#reading = reading;
    this.#page = page;
    this.#moving = moving;
    this.#selecting = selecting;
  }

  /** For `commands.bind`. */
  bindings(): Bindings {
    const select = (direction: Direction, step: Step): Bindings[keyof Bindings] => ({
      run: () => this.#after(() => this.#modify("extend", direction, step)),
      when: () => this.#hasFocus(),
    });
    return {
      caret: () => (this.on ? this.hide() : this.#after(() => this.show())),
      "select.right": select("right", "character"),
      "select.left": select("left", "character"),
      "select.word-right": select("right", "word"),
      "select.word-left": select("left", "word"),
      "select.down": select("forward", "line"),
      "select.up": select("backward", "line"),
    };
  }

  /** Shows the caret: where it was, else at the mention in hand, else at the first sentence in sight. */
  async show(): Promise<void> {
    this.#page.scroller?.focus({ preventScroll: true });
    if (!(await this.#place())) return;
    this.on = true;
    this.#keepInSight();
    this.follow();
    announce("Caret in the text. Arrows move it, with Shift they select. Esc leaves.");
  }

  hide(): void {
    this.on = false;
    this.at = null;
    this.#point = null;
  }

  /** A key pressed in the article while the caret is shown. */
  press(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (!this.on || !move || event.altKey || event.metaKey) return;
    const [direction, step] = move;
    // With Ctrl these go to the beginning and the end of the text, as without the caret.
    if (event.ctrlKey && step === "lineboundary") return;
    event.preventDefault();
    const by = event.ctrlKey && step === "character" ? "word" : step;
    this.#after(() => this.#modify(event.shiftKey ? "extend" : "move", direction, by));
  }

  /** Draws the caret where the selection is now. */
  follow(): void {
    const selection = getSelection();
    const { article } = this.#page;
    this.at = null;
    if (!this.on || !article || !selection) return;
    const { focusNode, focusOffset } = selection;
    const between = selection.isCollapsed && focusNode instanceof Element && article.contains(focusNode);
    if ((selection.rangeCount === 0 || between) && this.#point !== null) {
      // The words selected were let go, or drawn anew with other marks; it stays where they ended, which calls for this anew.
      const place = textPlace(article, this.#point);
      if (place) selection.collapse(place.node, place.offset);
      return;
    }
    if (!(focusNode instanceof Text) || !article.contains(focusNode)) return;
    this.#point = this.#page.pointAt(focusNode, focusOffset);
    if (!selection.isCollapsed) return;
    const before = focusOffset === focusNode.length && focusOffset > 0;
    const rect = rectAt({ node: focusNode, offset: before ? focusOffset - 1 : focusOffset });
    if (!rect) return;
    const rtl = getComputedStyle(focusNode.parentElement ?? article).direction === "rtl";
    const left = before === rtl ? rect.left : rect.right;
    this.at = { left, top: rect.top, height: rect.height };
  }

  #after(next: () => Promise<void>): void {
    this.#last = this.#last.then(next);
  }

  async #modify(alter: Alter, direction: Direction, step: Step): Promise<void> {
    const selection = getSelection();
    if (!selection || !(await this.#place())) return;
    // What stands between two words is no word of its own, as with the ends of a mention.
    let passed: string;
    do {
      const { focusNode, focusOffset } = selection;
      selection.modify(alter, direction, step);
      passed = step === "word" && focusNode ? wordsTo(selection, focusNode, focusOffset) : "";
    } while (passed !== "" && !/[\p{L}\p{N}]/u.test(passed));
    // The next key may come before the event that says so.
    this.#selecting.changed();
    this.#keepInSight();
    this.follow();
  }

  /** Puts the caret into the article unless it is there; says whether it is now. Its block stays drawn from then on. */
  async #place(): Promise<boolean> {
    const { article } = this.#page;
    const selection = getSelection();
    if (!article || !selection) return false;
    if (selection.focusNode && block(selection.focusNode, article)) return true;
    const point = this.#point ?? this.#moving.current?.start ?? this.#firstInSight();
    if (this.#page.sideOf(point) !== 0) await this.#page.motion.show(point);
    const place = textPlace(article, point);
    if (!place) return false;
    selection.collapse(place.node, place.offset);
    return true;
  }

  /** The first code point of the first sentence that begins in sight, else about the first one seen. */
  #firstInSight(): number {
    const from = this.#page.firstSeen();
    const next = this.#reading.view?.sentences.find(({ start }) => start >= from && this.#page.sideOf(start) === 0);
    return next?.start ?? from;
  }

  #hasFocus(): boolean {
    const { activeElement } = document;
    return activeElement === null || activeElement === document.body || this.#inArticle(activeElement);
  }

  #inArticle(element: Element): boolean {
    return this.#page.scroller?.contains(element) ?? false;
  }

  #keepInSight(): void {
    const selection = getSelection();
    const { scroller } = this.#page;
    const { focusNode, focusOffset } = selection ?? {};
    if (!scroller || !(focusNode instanceof Text)) return;
    const rect = rectAt({ node: focusNode, offset: Math.min(focusOffset ?? 0, Math.max(focusNode.length - 1, 0)) });
    const frame = scroller.getBoundingClientRect();
    if (!rect) return;
    if (rect.top < frame.top + MARGIN) scroller.scrollTop -= frame.top + MARGIN - rect.top;
    else if (rect.bottom > frame.bottom - MARGIN) scroller.scrollTop += rect.bottom - frame.bottom + MARGIN;
    else return;
    this.#page.scrolled();
  }
}

/** What lies between a place and the end of the selection that moves. */
function wordsTo({ focusNode, focusOffset }: Selection, node: Node, offset: number): string {
  if (!focusNode) return "";
  const range = document.createRange();
  range.setStart(node, offset);
  const on = range.comparePoint(focusNode, focusOffset) >= 0;
  if (on) range.setEnd(focusNode, focusOffset);
  else range.setStart(focusNode, focusOffset);
  return range.toString();
}

function block(node: Node, article: Element): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  const found = element?.closest("[data-start]") ?? null;
  return found && article.contains(found) ? found : null;
}
