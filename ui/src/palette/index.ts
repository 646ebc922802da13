/** The palette (Ctrl K) and the sheet of shortcuts (?). */
export { default as Palette } from "./Palette.svelte";
export { default as Shortcuts } from "./Shortcuts.svelte";
export { type Item, type Source, sources } from "./sources.svelte";
