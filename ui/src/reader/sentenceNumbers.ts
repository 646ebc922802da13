/** Puts the number of each sentence beside the line that it begins in. */

/**
 * A block's first number stands at its top. The later ones are placed by their sentence's first character, and one that
 * would stand on the number before it stays hidden.
 */
export function placeNumbers(article: Element): void {
  // All is measured before anything is moved, so that the page is laid out once.
  const places = [...article.querySelectorAll<HTMLElement>("[data-start]")].flatMap(measure);
  for (const { number, top, free } of places) {
    number.style.top = `${top}px`;
    number.style.visibility = free ? "visible" : "hidden";
  }
}

function measure(block: HTMLElement): { number: HTMLElement; top: number; free: boolean }[] {
  const later = block.querySelectorAll<HTMLElement>(".sno.later");
  if (later.length === 0) return [];
  const walk = walkText(block);
  const start = Number(block.dataset["start"]);
  const origin = block.getBoundingClientRect().top;
  const places = [];
  let last = 0;
  for (const number of later) {
    const line = walk(Number(number.dataset["at"]) - start);
    if (!line) continue;
    const top = line.top - origin - (number.offsetHeight - line.height) / 2;
    const free = top - last > line.height / 2;
    if (free) last = top;
    places.push({ number, top, free });
  }
  return places;
}

/** Gives the rectangle of the character at a code point; asked for in ascending order. */
function walkText(block: Element): (point: number) => DOMRect | null {
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
