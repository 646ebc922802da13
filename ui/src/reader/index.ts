/** The reader: the article, set for reading, with its claims marked. */
export { default as Reader } from "./Reader.svelte";
