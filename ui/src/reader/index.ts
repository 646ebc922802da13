/** The reader: the article, set for reading, with its claims marked; another document beside it; and the article on paper. */
export { default as Printout } from "./Printout.svelte";
export { default as Reader } from "./SideBySide.svelte";
export { suggestions } from "./suggestions.svelte";
export { textOrder } from "./textOrder.svelte";
