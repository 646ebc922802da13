/** Puts the number of each sentence beside the line that it begins in. */

/**
 * A block's first number stands at its top. The later ones are placed by their sentence's first character, and one that
 * would stand on the number before it stays hidden.
 */
export function placeNumbers(article: Element): void {
  for (const block of article.querySelectorAll<HTMLElement>("[data-start]")) {
    const later = block.querySelectorAll<HTMLElement>(".sno.later");
    if (later.length === 0) continue;
    const walk = walkText(block);
    const start = Number(block.dataset["start"]);
    const top = block.getBoundingClientRect().top;
    let last = 0;
    for (const number of later) {
      const line = walk(Number(number.dataset["at"]) - start);
      if (!line) continue;
      const at = line.top - top - (number.offsetHeight - line.height) / 2;
      const free = at - last > line.height / 2;
      number.style.top = `${at}px`;
      number.style.visibility = free ? "visible" : "hidden";
      if (free) last = at;
    }
  }
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
