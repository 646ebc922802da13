/** Saves a text field of a claim. */
import type { ClaimPatch } from "../backend";
import { edits } from "../workspace";
import type { Save } from "./typing.svelte";

/** Fields that may hold nothing. */
const MAY_BE_EMPTY = ["claimant", "found"] as const;
type Field = "label" | "statement" | "rationale" | "rationale_said" | (typeof MAY_BE_EMPTY)[number];

/**
 * What saves one field of one claim. The key is taken now: a field that goes away because another claim was taken in
 * hand must still write to its own.
 */
export function saver(claim: number, field: Field): Save {
  const empty = (MAY_BE_EMPTY as readonly string[]).includes(field);
  return async (text) => {
    let refusal: string | null = null;
    const patch: Partial<ClaimPatch> = {
      [field]: empty ? text.trim() || null : text,
      // Saved as it is typed: undo takes a stretch of it back as one.
      typing: true,
    };
    const done = await edits.claims([claim], patch, {
      quietly: true,
      refused: (error) => {
        refusal = [error.message, ...error.hints].join(" ");
        // What is wrong with the text is said at the field; what is wrong with the file is said for all to see.
        return error.code === "invalid";
      },
    });
    return done ? null : (refusal ?? "It was not saved.");
  };
}
