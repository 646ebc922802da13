/** What was done in the workspace. */
export { default as HistorySheet } from "./HistorySheet.svelte";
