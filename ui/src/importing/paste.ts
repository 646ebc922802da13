/** What was pasted or dropped, and whether it is an article to import. */

/** Fewer characters than this, white space at the ends aside, are no article. */
export const SHORTEST = 40;
/** The largest file that a browser reads and sends as text, bytes. The desktop's host reads files itself. */
export const LARGEST = 20_000_000;

/** The text of a paste that is to be imported; nothing where it belongs to a field or is no article. */
export function pastedArticle(event: ClipboardEvent): string | null {
  if (event.defaultPrevented || takesPastes(event.target)) return null;
  return article(event.clipboardData?.getData("text/plain"));
}

/** A text long enough to be an article, as it stands. */
export function article(text: string | undefined): string | null {
  return text !== undefined && text.trim().length >= SHORTEST ? text : null;
}

/** Whether what is pasted there belongs there: a field, or a sheet or menu that lies over the window. */
function takesPastes(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"]') !== null;
}

/** The beginning of a text, for a look at what will be imported: some lines, each cut where it gets long. */
export function beginning(text: string, lines = 6, width = 240): string {
  const kept = text.slice(0, lines * width * 4).split(/\r\n?|\n/u);
  const shown = kept.filter((line) => line.trim() !== "").slice(0, lines);
  return shown
    .map((line) => (line.length > width ? `${line.slice(0, width).replace(/[\ud800-\udbff]$/u, "")}…` : line))
    .join("\n");
}

/** Why a dropped file cannot be read here. */
export class NotText extends Error {}

/** The text of a file dropped on a page in a browser. */
export async function readText(file: Blob & { name: string }): Promise<{ text: string; name: string }> {
  if (file.size > LARGEST) throw new NotText(`“${file.name}” is too large to be dropped here. Choose it as a file.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { text, name: file.name };
  } catch {
    throw new NotText(`“${file.name}” is not plain text in UTF-8. Choose it as a file.`);
  }
}
