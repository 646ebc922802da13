/** The window: its frame, and what it is filled with. */
export { default as App } from "./App.svelte";
