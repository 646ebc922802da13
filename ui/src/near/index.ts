/** Claims that may say the same as another, or contradict it: shown with what agrees and differs, and decided on. */
export { nearTo } from "./asking";
export { compareDocument, countNear } from "./comparing.svelte";
export { takeOver } from "./deeds";
export { default as EarlierOffer } from "./EarlierOffer.svelte";
export { default as NearDraft } from "./NearDraft.svelte";
export { default as NearRow } from "./NearRow.svelte";
export { default as NearSheet } from "./NearSheet.svelte";
export { NEAR_COMMANDS, takingOver } from "./words";
