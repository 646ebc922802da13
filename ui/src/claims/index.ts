/** The ledger of claims: the screen, its facets for the sidebar, and what it shows. */
export { SORT_WORDS } from "./columns";
export { goingOn } from "./deeds";
export { default as Facets } from "./Facets.svelte";
export { default as Ledger } from "./Ledger.svelte";
export { ledger } from "./ledger.svelte";
