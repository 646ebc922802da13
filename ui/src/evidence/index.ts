/** The evidence of a claim: its list, and the form that adds and changes it. */
export { default as EvidenceForm } from "./EvidenceForm.svelte";
export { default as EvidenceList } from "./EvidenceList.svelte";
export { forms as evidenceForms } from "./forms.svelte";
