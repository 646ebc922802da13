/** What was done in the workspace. */
export { showDocumentHistory } from "./asked.svelte";
export { default as HistorySheet } from "./HistorySheet.svelte";
export { takeInHand } from "./take";
