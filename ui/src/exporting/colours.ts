/** The preview's light colouring: names of fields paler than what they hold. Nothing is parsed, only looked at. */

export interface Shade {
  text: string;
  kind: "key" | "value" | "plain";
}

/** A line that holds a field: what is before it, its name in quotes, the colon, what it holds. */
const FIELD = /^(\s*)("(?:[^"\\]|\\.)*")(\s*:\s*)(.*)$/s;

/** A line of JSON in shades; any other line is plain. */
export function shades(line: string): Shade[] {
  const found = FIELD.exec(line);
  if (!found) return [{ text: line, kind: "plain" }];
  const [, before = "", key = "", colon = "", value = ""] = found;
  const all: Shade[] = [
    { text: before, kind: "plain" },
    { text: key, kind: "key" },
    { text: colon, kind: "plain" },
    { text: value, kind: "value" },
  ];
  return all.filter((shade) => shade.text !== "");
}

/** The lines of a file's beginning; the line end of the last is no line of its own. */
export function linesOf(text: string): string[] {
  return text.replace(/\n$/, "").split("\n");
}
