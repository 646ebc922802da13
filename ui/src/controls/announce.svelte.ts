/** Words for those who listen: what changed, said once. */
import { untrack } from "svelte";

class Announcer {
  words = $state("");

  /** Says `words` when the screen reader is free. The same words twice in turn are said twice. */
  say(words: string): void {
    this.words = words === untrack(() => this.words) ? `${words}\u00a0` : words;
  }
}

const announcer = new Announcer();

/** Has a screen reader say something that the window shows without moving the focus there. */
export function announce(words: string): void {
  announcer.say(words);
}

/** The words last announced, for the live region. */
export function announced(): string {
  return announcer.words;
}
