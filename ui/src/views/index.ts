/** Saved views: the list in the sidebar, what the ledger's bar offers, and the palette's entries. */
export { default as SideViews } from "./SideViews.svelte";
export { default as ViewTools } from "./ViewTools.svelte";
export { views } from "./views.svelte";
