/** What a mark is called, and which claim a click on it takes in hand. */
import type { Mark } from "../backend";
import { STATUSES, VERDICTS } from "../text/words";

/**
 * What a mark is called: `DG-10, Supported, in progress, mention 1 of 1`, and after it what overlaps it.
 *
 * @param prefix of the references of claims, such as `DG`
 * @param hidden what in its words is not seen, such as `1 invisible character`
 * @param mentions of each claim, in the order of the text
 */
export function nameOf(
  mark: Mark,
  others: readonly Mark[],
  mentions: ReadonlyMap<number, readonly Mark[]>,
  prefix: string,
  hidden = "",
): string {
  const own = (one: Mark): string => {
    const all = mentions.get(one.key) ?? [one];
    const number = all.findIndex(({ start, end }) => start === one.start && end === one.end) + 1;
    return [
      `${prefix}-${one.key}`,
      ...(one.verdict ? [VERDICTS[one.verdict].name] : []),
      STATUSES[one.status].name.toLowerCase(),
      `mention ${Math.max(number, 1)} of ${all.length}`,
    ].join(", ");
  };
  const named = hidden ? `${own(mark)}, ${hidden}` : own(mark);
  return [named, ...others.map((other) => `overlaps ${own(other)}`)].join("; ");
}

/** Those of a block's marks that overlap one of them. */
export function overlapping<M extends Mark>(mark: Mark, marks: readonly M[]): M[] {
  return marks.filter((one) => one.key !== mark.key && one.start < mark.end && one.end > mark.start);
}

/**
 * The claim that a click or Enter takes in hand: the innermost of those that lie there, or where one of them is in hand
 * already the next one outwards, round and round. On a mark that has the focus, its own claim comes first.
 */
export function claimAt(target: EventTarget | null, hand: number | null): number | null {
  const box = target instanceof Element ? target.closest<HTMLElement>("[data-claim]") : null;
  if (!box) return null;
  // A box that is pressed as a whole stands for its first words, which other boxes in it may cover too.
  let innermost = box;
  for (let child = box.firstElementChild; child instanceof HTMLElement; child = child.firstElementChild) {
    if (child.dataset["claim"] === undefined || child.previousSibling?.textContent) break;
    innermost = child;
  }
  const claims: number[] = [];
  for (let at: HTMLElement | null = innermost; at; at = at.parentElement?.closest<HTMLElement>("[data-claim]") ?? null)
    claims.push(Number(at.dataset["claim"]));
  const at = hand === null ? -1 : claims.indexOf(hand);
  return at === -1 ? Number(box.dataset["claim"]) : (claims[(at + 1) % claims.length] ?? null);
}
