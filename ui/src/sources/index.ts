/** The sources of the workspace: their list, and what is known of each. */
export { default as SourceInspector } from "./SourceInspector.svelte";
export { default as Sources } from "./Sources.svelte";
