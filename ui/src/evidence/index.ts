/** The evidence of a claim: its list, the form that adds and changes it, and how a quote differs from the article. */
export { closest } from "./compare";
export { default as EvidenceForm } from "./EvidenceForm.svelte";
export { default as EvidenceList } from "./EvidenceList.svelte";
export { default as QuoteDifference } from "./QuoteDifference.svelte";
export { forms as evidenceForms } from "./forms.svelte";
