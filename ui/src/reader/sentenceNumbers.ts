/** Puts the number of each sentence beside the line that it begins in. */

/**
 * A number is placed by its sentence's first character; before that is known, a block's first stands at its top. Of two
 * that would stand at one line only the first is seen, or the one that is meant.
 */
export function placeNumbers(blocks: readonly HTMLElement[]): void {
  // All is measured before anything is moved, so that the page is laid out once.
  const places = blocks.flatMap(measure);
  for (const { number, top, seen } of places) {
    number.style.top = `${top}px`;
    number.style.visibility = seen ? "visible" : "hidden";
  }
}

interface Placed {
  number: HTMLElement;
  /** Px from the block's top. */
  top: number;
  seen: boolean;
}

function measure(block: HTMLElement): Placed[] {
  const walk = walkText(block);
  const start = Number(block.dataset["start"]);
  const origin = block.getBoundingClientRect().top;
  const places: Placed[] = [];
  for (const number of block.querySelectorAll<HTMLElement>(".sno")) {
    const line = walk(Number(number.dataset["at"]) - start);
    const last = places.findLast((place) => place.seen);
    if (!line) continue;
    const top = line.top - origin - (number.offsetHeight - line.height) / 2;
    const free = !last || top - last.top > line.height / 2;
    const meant = number.classList.contains("meant");
    if (meant && !free) last.seen = false;
    places.push({ number, top, seen: free || meant });
  }
  return places;
}

/** Gives the rectangle of the character at a code point of a block; asked for in ascending order. */
export function walkText(block: Element): (point: number) => DOMRect | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode() as Text | null;
  let unit = 0;
  let seen = 0;
  return (point) => {
    while (node) {
      while (unit < node.length && seen < point) {
        unit += (node.data.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
        seen += 1;
      }
      if (unit < node.length) {
        const range = document.createRange();
        range.setStart(node, unit);
        range.setEnd(node, unit + 1);
        return range.getClientRects()[0] ?? null;
      }
      node = walker.nextNode() as Text | null;
      unit = 0;
    }
    return null;
  };
}
