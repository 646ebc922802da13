/** The sheet that asks about a text before it is imported: any screen may open it, empty or with a text. */

interface Asked {
  text: string;
  /** The file's name, if the text is of a file. */
  name: string | null;
}

class Ask {
  asked = $state.raw<Asked | null>(null);
}

export const ask = new Ask();

/** Asks for a text to be pasted, and what is known about it. */
export function askForText(): void {
  ask.asked = { text: "", name: null };
}
