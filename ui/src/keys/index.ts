/** Commands, their keys, and what they do now. */
export { CATALOGUE, type CommandId, type Entry, type Group, VERDICT_COMMANDS, entry, keyOf } from "./catalogue";
export { isSingle, sequence } from "./chords";
export { type Binding, type Bindings, type Place, commands } from "./commands.svelte";
