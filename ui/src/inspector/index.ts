/** The claim in hand, all of it: decided on, edited in place, signed off. */
export { claimKeys, verdictKeys } from "./claimKeys";
export type { Around } from "./decide";
export { personOf, signOf } from "./history";
export { default as Inspector } from "./Inspector.svelte";
export { allows } from "./moves";
export { default as SignOffCheck } from "./SignOffCheck.svelte";
export { signOff } from "./signing.svelte";
