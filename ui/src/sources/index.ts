/** The sources of the workspace: their list, what is known of each, and the form to fill one in. */
export {
  blankSource,
  isFilled as isSourceFilled,
  isoDay,
  isSourceField,
  type SourceText,
  toSend as sourceToSend,
} from "./draft";
export { default as SourceFields } from "./SourceFields.svelte";
export { default as SourceInspector } from "./SourceInspector.svelte";
export { default as Sources } from "./Sources.svelte";
export { default as SourceSheet } from "./SourceSheet.svelte";
export { byline, copiesWords, keyOfSource } from "./words";
