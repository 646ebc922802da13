/** Which sheet about a source is asked for: the screen and the inspector ask, the screen draws it. */
import type { SourceRow } from "../backend";

class Asked {
  /** The source whose form is open; `new` for a new one. */
  form = $state.raw<SourceRow | "new" | null>(null);
  /** The source that is to be purged. */
  purge = $state.raw<SourceRow | null>(null);
}

export const asked = new Asked();
