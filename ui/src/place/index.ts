/** Where the window is, how its panes stand, and its theme: what every screen may ask and change. */
export { isFree } from "./landing";
export { INSPECTOR_MAX, INSPECTOR_MIN, panes } from "./panes.svelte";
export { type Beside, type Place, type PlaceName, here } from "./place.svelte";
export { type Choice, theme } from "./theme.svelte";
export { zoom } from "./zoom.svelte";
