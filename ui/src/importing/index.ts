/** Importing: by dialog, drop and paste, from anywhere in the window. */
export { askForText } from "./ask.svelte";
export { default as Importing } from "./Importing.svelte";
