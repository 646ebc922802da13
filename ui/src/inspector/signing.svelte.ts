/** Signing off. A missing primary source asks once, in the check that the window mounts. */
import type { CommandError } from "../backend";
import { edits } from "../workspace";

export interface Check {
  /** Keys of the claims to be signed off. */
  keys: readonly number[];
  /** What the engine said: `DG-10 has no primary source`. */
  words: string;
  /** Key of the claim it said it of. */
  claim: number | null;
}

class Signing {
  /** What is asked now. */
  check = $state.raw<Check | null>(null);
  #answer: ((done: boolean) => void) | null = null;

  /** Signs claims off, all or none; asks where one has no primary source. Returns whether it was done. */
  async signOff(keys: number[]): Promise<boolean> {
    let asks: CommandError | null = null as CommandError | null;
    const refused = (error: CommandError): boolean => {
      if (error.code !== "no-primary-source") return false;
      asks = error;
      return true;
    };
    if (await edits.signOff(keys, false, { refused })) return true;
    if (asks === null) return false;
    this.#end(false);
    const words = asks.message.replace(/\.$/, "");
    this.check = { keys, words, claim: keyOf(words, keys) };
    return new Promise((answer) => (this.#answer = answer));
  }

  /** Signs off in spite of it. */
  async anyway(): Promise<void> {
    const { check } = this;
    if (!check) return;
    this.check = null;
    const answer = this.#answer;
    this.#answer = null;
    answer?.(await edits.signOff([...check.keys], true));
  }

  /** Does not sign off. */
  cancel(): void {
    this.#end(false);
  }

  #end(done: boolean): void {
    this.check = null;
    this.#answer?.(done);
    this.#answer = null;
  }
}

export const signing = new Signing();

/** Signs claims off by their keys, asking where a primary source is missing. Returns whether it was done. */
export function signOff(keys: number[]): Promise<boolean> {
  return signing.signOff(keys);
}

/** The claim that a refusal names; a reference ends in its claim's key. */
function keyOf(words: string, keys: readonly number[]): number | null {
  if (keys.length === 1) return keys[0] ?? null;
  const number = Number(/^\S+-(\d+)\b/.exec(words)?.[1]);
  return keys.includes(number) ? number : null;
}
