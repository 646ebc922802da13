/** Where the messages of a window stand, so that they cover nothing of what is worked on. */

/** What must stay in sight: the claim in hand in its text, what floats at a selection, and a field or form being written in. */
const WORKED_ON = ".m.hand, .float, .caret, .main :focus-visible:not([role=region], [role=grid], [role=listbox])";

/** What stands at the foot of the pane, and messages above it. */
const AT_FOOT = ".locator, .bulk, .suggestions";

/** From the edges of the pane, and between it and a message, px. */
const MARGIN = 20;
const FOOT = 20;
const ABOVE = 12;
/** Below the bar of a pane. */
const HEAD = 52;
const WIDEST = 430;

export interface Stand {
  /** Px in the window. */
  left: number;
  width: number;
  /** From the head of the window, where they stand at the head of the pane; nothing where they stand at its foot. */
  top: number | null;
  /** From the foot of the window, where they stand at the foot of the pane. */
  bottom: number | null;
}

/**
 * In the middle of the main pane, so that they never lie over the panes beside it: at its foot, or at its head where
 * they would cover what is worked on and there they do not.
 *
 * @param height of all messages, px
 */
export function outOfWay(height: number): Stand {
  const pane = document.querySelector("main")?.getBoundingClientRect();
  const { left, right, top, bottom } = pane?.width ? pane : new DOMRect(0, 0, innerWidth, innerHeight);
  const width = Math.min(WIDEST, right - left - 2 * MARGIN);
  const from = (left + right - width) / 2;
  const rects = [...document.querySelectorAll(WORKED_ON)].flatMap((one) => [...one.getClientRects()]);
  const covers = (above: number): boolean =>
    rects.some(
      (rect) =>
        rect.width > 0 &&
        rect.right > from &&
        rect.left < from + width &&
        rect.bottom > above - 8 &&
        rect.top < above + height + 8,
    );
  const below = [...document.querySelectorAll(AT_FOOT)].map((one) => one.getBoundingClientRect().top - ABOVE);
  const foot = Math.min(bottom - FOOT, ...below);
  const high = covers(foot - height) && !covers(top + HEAD);
  return { left: from, width, top: high ? top + HEAD : null, bottom: high ? null : innerHeight - foot };
}
