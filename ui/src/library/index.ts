/** The library: the documents of the workspace, and what is being imported. */
export { default as DocumentInspector } from "./DocumentInspector.svelte";
export { default as Documents } from "./Documents.svelte";
export { default as Library } from "./Library.svelte";
