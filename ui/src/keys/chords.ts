/**
 * Chords as they are printed: `J`, `Shift N`, `Ctrl Shift Z`, `Alt 1`, `Del`, `?`. A sequence of two keys is written with
 * `then`: `G then C`.
 */

/** The names of keys that are not printed as the sign they type. */
const NAMES: Record<string, string> = {
  Escape: "Esc",
  Delete: "Del",
  " ": "Space",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

const ALONE = new Set(["Shift", "Control", "Alt", "Meta", "CapsLock", "AltGraph", "Dead", "Process", "Unidentified"]);

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * The chord of a key press, or null for a modifier alone. On a Mac, Command counts as Ctrl. Shift is named only with
 * letters and named keys: `?` is `?` wherever it lies. Under a layout without Latin letters the key's place decides, so
 * that `J` works in Russian and Greek.
 */
export function chordOf(event: KeyPress): string | null {
  if (ALONE.has(event.key)) return null;
  let key = NAMES[event.key] ?? event.key;
  let sign = key.length === 1 || [...key].length === 1;
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
  // With Alt, a Mac types other signs; with a non-Latin layout, other letters.
  if (place && sign && (event.altKey || (event.code.startsWith("Key") && !isLatin(key)))) key = place;
  if (sign) key = key.toUpperCase();
  sign = sign && !/^[A-Z]$/.test(key);
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && !sign) parts.push("Shift");
  return [...parts, key].join(" ");
}

/** Whether a chord is a key by itself, such as `J` or `Shift N`: off while typing. */
export function isSingle(chord: string): boolean {
  return !/^(?:Ctrl|Alt)\b/.test(chord);
}

/** The keys of a shortcut, one after the other: `G then C` is two, `Ctrl K` one. */
export function sequence(shortcut: string): string[] {
  return shortcut.split(" then ");
}

function isLatin(key: string): boolean {
  return /^\p{Script=Latin}$/u.test(key) || !/^\p{Letter}$/u.test(key);
}
