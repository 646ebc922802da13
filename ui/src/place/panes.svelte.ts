/** The three panes: which are open and how wide. */
import { keep, recall } from "./memory";
import type { PlaceName } from "./place.svelte";

/** How far the inspector can be dragged, px. */
export const INSPECTOR_MIN = 332;
export const INSPECTOR_MAX = 560;
/** Windows of at most this width, px, have a rail for a sidebar. */
export const NARROW_WINDOW = 1240;
/** Up to this width, px, the inspector leaves out what it can. */
const NARROW_INSPECTOR = 400;

type Widths = Partial<Record<PlaceName, number | undefined>>;

class Panes {
  sidebar = $state(recall("sidebar", true, isBoolean));
  inspector = $state(recall("inspector", true, isBoolean));
  /** In a narrow window: whether the rail is drawn out to the whole sidebar, over what is beside it. */
  drawn = $state(false);
  #widths = $state<Widths>(recall("inspector-widths", {}, isWidths));
  #narrow = $state(false);

  constructor() {
    const query = matchMedia(`(max-width: ${NARROW_WINDOW}px)`);
    this.#narrow = query.matches;
    query.addEventListener("change", () => {
      this.#narrow = query.matches;
      this.drawn = false;
    });
  }

  /** Whether the window is so narrow that the sidebar is a rail. */
  get narrow(): boolean {
    return this.#narrow;
  }

  /** Whether all of the sidebar is to be seen. */
  get hasSidebar(): boolean {
    return this.#narrow ? this.drawn : this.sidebar;
  }

  /** Shows the sidebar or hides it; in a narrow window its rail always stays. */
  toggleSidebar(): void {
    if (this.#narrow) {
      this.drawn = !this.drawn;
      return;
    }
    this.sidebar = !this.sidebar;
    keep("sidebar", this.sidebar);
  }

  toggleInspector(): void {
    this.inspector = !this.inspector;
    keep("inspector", this.inspector);
  }

  /** Width of the inspector in a place until it is dragged, px. */
  usualWidth(place: PlaceName): number {
    return { library: 332, sources: 332, claims: 384, reader: this.#narrow ? 380 : 444 }[place];
  }

  /** Width of the inspector in a place, px. */
  width(place: PlaceName): number {
    return this.#widths[place] ?? this.usualWidth(place);
  }

  /** Whether the inspector must leave out what it can. */
  tight(place: PlaceName): boolean {
    return this.width(place) <= NARROW_INSPECTOR;
  }

  resize(place: PlaceName, width: number): void {
    this.#widths[place] = width === this.usualWidth(place) ? undefined : width;
    keep("inspector-widths", this.#widths);
  }
}

export const panes = new Panes();

function isBoolean(kept: unknown): kept is boolean {
  return typeof kept === "boolean";
}

function isWidths(kept: unknown): kept is Widths {
  return (
    typeof kept === "object" &&
    kept !== null &&
    Object.values(kept).every((width) => typeof width === "number" && width >= INSPECTOR_MIN && width <= INSPECTOR_MAX)
  );
}
