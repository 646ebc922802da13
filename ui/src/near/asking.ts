/** What is asked of claims that may be gone by the time the answer comes. */
import { backend, type NearClaim, toCommandError } from "../backend";
import { edits } from "../workspace";

/** Runs a command. What it refuses is shown, unless what it is about is no longer there; either gives nothing. */
export async function unlessGone<T>(command: () => Promise<T>): Promise<T | null> {
  try {
    return await command();
  } catch (thrown) {
    const error = toCommandError(thrown);
    if (error.code !== "not-found") edits.report(error);
    return null;
  }
}

/** The claims that may say the same as a claim, the likest first; nothing if it is gone. */
export function nearTo(claim: number): Promise<NearClaim[] | null> {
  return unlessGone(() => backend.call("claims.near", { claim }));
}
