/** Questions to the authors of the articles. */
export { default as QuestionsSheet } from "./QuestionsSheet.svelte";
