/** The open workspace as the window knows it: its facts, its documents, the claim in hand, and every edit. */
export { changes, touches } from "./changes";
export { edits } from "./edits";
export { hand } from "./hand.svelte";
export { jobs } from "./jobs.svelte";
export { initialsOf, me } from "./people";
export { judging, OWN_SCALE, ratings, scaleWord } from "./scale";
export { saveExport, takeUpExports } from "./saving";
export { Turns } from "./turns";
export { work } from "./work";
export { workspace } from "./workspace.svelte";
