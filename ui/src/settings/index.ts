/** Settings of the person who works here. */
export { default as NameLine } from "./NameLine.svelte";
export { default as SettingsSheet } from "./SettingsSheet.svelte";
export { default as WorkspaceSheet } from "./WorkspaceSheet.svelte";
