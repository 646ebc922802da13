/** Exporting the verified set. */
export { default as ExportSheet } from "./ExportSheet.svelte";
export { Writing } from "./writing.svelte";
