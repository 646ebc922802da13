/** How blocks of each style are set on this screen, read from invisible samples of them. */
import type { BlockKind } from "../backend";
import { BLOCK_STYLES } from "./article";
import type { Setting } from "./layout";

/** The letters of the samples, as `reading.css` has them: they have no text node, so that nobody can select them. */
const SAMPLE = "It was said on Thursday that the talks in the capital had been short, and that nobody wrote them down.";

/** The styles of blocks, one sample each. */
export const STYLES = [...new Set(Object.values(BLOCK_STYLES))];

export interface Settings {
  of: (kind: BlockKind) => Setting;
  /** Says whether two are the same. */
  words: string;
}

/** Reads the samples in an element; what is not laid out, as in tests, gives the usual measures. */
export function readSettings(samples: HTMLElement): Settings {
  const settings = new Map<string, Setting>();
  for (const [index, style] of STYLES.entries()) {
    const sample = samples.children[index];
    const letters = sample?.firstElementChild;
    if (!sample || !letters) continue;
    const css = getComputedStyle(sample);
    const width = sample.clientWidth - (parseFloat(css.paddingLeft) || 0) - (parseFloat(css.paddingRight) || 0);
    const letter = letters.getBoundingClientRect().width / SAMPLE.length;
    settings.set(style, {
      measure: letter > 0 ? Math.max(8, width / letter) : 75,
      line: parseFloat(css.lineHeight) || 28,
      below: parseFloat(css.marginBottom) || 0,
      kept: css.whiteSpace.startsWith("pre"),
    });
  }
  const usual: Setting = settings.get("") ?? { measure: 75, line: 28, below: 14, kept: false };
  return { of: (kind) => settings.get(BLOCK_STYLES[kind]) ?? usual, words: JSON.stringify([...settings]) };
}
