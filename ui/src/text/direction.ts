/** Which way words run. */

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
const LETTER = /\p{L}/u;

/** Whether a text runs from right to left by its first letter; nothing where it has none. */
export function runsLeft(text: string): boolean | null {
  const first = LETTER.exec(text)?.[0];
  return first === undefined ? null : RTL.test(first);
}

/** Whether a text runs from right to left where it ends: by its last letter; nothing where it has none. */
export function endsLeft(text: string): boolean | null {
  return runsLeft([...text].reverse().join(""));
}
