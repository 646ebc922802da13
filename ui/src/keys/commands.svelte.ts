/**
 * Commands and what they do now. A screen binds the commands it can serve while it is shown; what was bound last comes
 * first, so a part of a screen goes before the screen, and the screen before the window.
 */
import { untrack } from "svelte";
import { CATALOGUE, type CommandId, entry, isEdit } from "./catalogue";
import { chordOf, isSingle, sequence } from "./chords";

export interface Binding {
  run: () => void;
  /** Whether it can run now; else the next one bound for the key is tried. */
  when?: () => boolean;
  /**
   * What has to arrive before it can run, such as the claim just taken in hand; nothing when all is here. The command is
   * looked up anew then, so that a key pressed early acts on what its person went to, not on what was there before.
   */
  awaits?: () => Promise<void> | null;
  /** Its title where that depends on what there is, such as the names of a scale's values; else the catalogue's. */
  title?: () => string;
}

export type Bindings = Partial<Record<CommandId, Binding | (() => void)>>;

/** Where a binding holds: in the window, or in the sheet that lies over it. */
export type Place = "window" | "sheet";

/** A command that may run, and what is bound to it. */
type Offer = readonly [CommandId, Binding];

/** A command put off, and what may run for it once all is here: the same key may mean another command by then. */
interface Waiting {
  offers: Offers;
  place: Place;
}

/** What may run for a command or a key, where the keyboard is. */
type Offers = (place: Place) => Iterable<Offer>;

interface Layer {
  bindings: Map<CommandId, Binding>;
  place: Place;
}

/** How long the second key of a sequence may be waited for, ms. */
export const SEQUENCE_MS = 1200;

class Commands {
  #layers = $state.raw<readonly Layer[]>([]);
  /** Single keys can be turned off in the settings (WCAG 2.1.4). */
  singleKeys = $state(true);
  /** Whether the workspace can only be read: commands that edit are not offered. */
  readOnly = $state(false);
  /** Hears that a key was pressed whose command is not offered for that reason. */
  refused: () => void = () => {};
  /** Put off until what they wait for is here. */
  #waiting: Waiting[] = [];
  #pending: { chord: string; at: number } | null = null;

  /** Binds commands until the function returned is called; made for `$effect(() => commands.bind({…}))`. */
  bind(bindings: Bindings, place: Place = "window"): () => void {
    const layer: Layer = { bindings: new Map(), place };
    for (const [id, bound] of Object.entries(bindings))
      if (bound) layer.bindings.set(id as CommandId, typeof bound === "function" ? { run: bound } : bound);
    // Untracked: an effect that binds must not run again because something was bound.
    untrack(() => (this.#layers = [...this.#layers, layer]));
    return () => untrack(() => (this.#layers = this.#layers.filter((other) => other !== layer)));
  }

  /** Whether the workspace lets a command run at all. */
  allows(id: CommandId): boolean {
    return !this.readOnly || !isEdit(id);
  }

  /** Runs a command, if it can run now. */
  run(id: CommandId): boolean {
    return this.allows(id) && this.#offer(() => this.#bound(id), "window");
  }

  /** What is bound to a command, what was bound last first. */
  *#bound(id: CommandId): Iterable<Offer> {
    for (const { bindings } of this.#layers.toReversed()) {
      const binding = bindings.get(id);
      if (binding) yield [id, binding];
    }
  }

  /** Runs the first of what is offered that can run, or puts it off; whether there is one. */
  #offer(offers: Offers, place: Place): boolean {
    for (const [, binding] of offers(place))
      if (this.#later(binding, { offers, place }) || this.#now(binding)) return true;
    return false;
  }

  #now(binding: Binding): boolean {
    if (!(binding.when?.() ?? true)) return false;
    binding.run();
    return true;
  }

  /** Puts a command off until what it waits for is here, and what was pressed before it is done. */
  #later(binding: Binding, waiting: Waiting): boolean {
    if (!binding.awaits || (this.#waiting.length === 0 && binding.awaits() === null)) return false;
    this.#waiting.push(waiting);
    if (this.#waiting.length === 1) void this.#catchUp();
    return true;
  }

  /** Runs what was put off, in the order in which it was pressed. */
  async #catchUp(): Promise<void> {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      // What was pressed before may have opened a sheet: then its commands are meant.
      const offered = (): Offer[] => [...next.offers(placeOf(document.activeElement) ?? next.place)];
      const arrival = (): Promise<void> | undefined => offered().flatMap(([, { awaits }]) => awaits?.() ?? [])[0];
      try {
        for (let wanted = arrival(); wanted; wanted = arrival()) await wanted;
        for (const [, binding] of offered()) if (this.#now(binding)) break;
      } catch (thrown) {
        // Those pressed behind it still run.
        reportError(thrown);
      }
      this.#waiting.shift();
    }
  }

  /** Whether a command can run now. */
  can(id: CommandId): boolean {
    if (!this.allows(id)) return false;
    return this.#layers.some(({ bindings }) => {
      const binding = bindings.get(id);
      return binding !== undefined && (binding.when?.() ?? true);
    });
  }

  /** The commands that can run now, in the catalogue's order, without those that only make sense pressed. */
  listed(): CommandId[] {
    return (Object.keys(CATALOGUE) as CommandId[]).filter((id) => !entry(id).unlisted && this.can(id));
  }

  /** What a command does now, in words: “Verdict: Refuted” where the catalogue only knows “Verdict 2”. */
  titleOf(id: CommandId): string {
    for (const { bindings } of this.#layers.toReversed()) {
      const binding = bindings.get(id);
      if (binding?.title && (binding.when?.() ?? true)) return binding.title();
    }
    return entry(id).title;
  }

  /** Handles a key press of the window; a press that ran a command goes no further. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (chord === null) return;
    const place = placeOf(event.target);
    if (place === null) return;
    const typing = isTyping(event.target);
    const pending = this.#pending && event.timeStamp - this.#pending.at <= SEQUENCE_MS ? this.#pending.chord : null;
    this.#pending = null;
    const offClaims = isSingle(chord) && isOffClaims(event.target);
    const allowed = (id: CommandId): boolean => {
      if (typing) return entry(id).whileTyping ?? false;
      if (offClaims && isOnClaims(id)) return false;
      return this.singleKeys || !isSingle(chord) || isNamed(chord);
    };

    if (pending !== null && this.#first([pending, chord], place, allowed)) return event.preventDefault();
    if (pressesItself(event.target, chord)) return;
    if (this.#first([chord], place, allowed)) return event.preventDefault();
    if (this.#starts(chord, place, allowed)) {
      this.#pending = { chord, at: event.timeStamp };
      event.preventDefault();
    }
    if (this.#edits(chord, place, allowed)) this.refused();
  }

  /** Whether a chord belongs to commands that are not offered because the workspace can only be read. */
  #edits(chord: string, place: Place, allowed: (id: CommandId) => boolean): boolean {
    return this.#layers.some(
      (layer) =>
        layer.place === place &&
        [...layer.bindings].some(
          ([id, binding]) =>
            !this.allows(id) &&
            allowed(id) &&
            entry(id).keys.some((keys) => same(sequence(keys), [chord])) &&
            (binding.when?.() ?? true),
        ),
    );
  }

  #first(pressed: readonly string[], place: Place, allowed: (id: CommandId) => boolean): boolean {
    return this.#offer((now) => this.#pressed(pressed, now, allowed), place);
  }

  /** What is bound to the keys pressed, what was bound last first. */
  *#pressed(pressed: readonly string[], place: Place, allowed: (id: CommandId) => boolean): Iterable<Offer> {
    for (const layer of this.#layers.toReversed()) {
      if (layer.place !== place) continue;
      for (const [id, binding] of layer.bindings)
        if (entry(id).keys.some((keys) => same(sequence(keys), pressed)) && this.allows(id) && allowed(id))
          yield [id, binding];
    }
  }

  #starts(chord: string, place: Place, allowed: (id: CommandId) => boolean): boolean {
    return this.#layers.some(
      (layer) =>
        layer.place === place &&
        [...layer.bindings.keys()].some(
          (id) =>
            allowed(id) &&
            entry(id).keys.some((keys) => {
              const [first, second] = sequence(keys);
              return first === chord && second !== undefined;
            }),
        ),
    );
  }
}

/** The commands of this window. */
export const commands = new Commands();

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** Keys that type nothing are no single keys in the sense of WCAG 2.1.4. */
function isNamed(chord: string): boolean {
  return /^(?:Shift )?(?:Esc|Del|Enter|Up|Down|Left|Right)$/.test(chord);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

/** Where what is typed is meant for something else, such as the facets: no single key there does anything to a claim. */
function isOffClaims(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-claim-keys="off"]') !== null;
}

/** Whether a command does something to the claims, or shows what is done to them. */
function isOnClaims(id: CommandId): boolean {
  const { group } = entry(id);
  return group === "Claim" || group === "Status";
}

/**
 * Which bindings a press belongs to; menus and lists that float take their keys themselves, and so do those that are just
 * opening and do not have the focus yet.
 */
function placeOf(target: EventTarget | null): Place | null {
  if (target instanceof Element) {
    if (target.closest('[role="menu"], [data-keys="own"]')) return null;
    if (target.closest('[role="dialog"], [role="alertdialog"]')) return "sheet";
  }
  if (document.querySelector('[role="menu"][data-state="open"]')) return null;
  return document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]')
    ? "sheet"
    : "window";
}

/** Space and Enter press the control that has the focus, whatever else they are bound to. */
function pressesItself(target: EventTarget | null, chord: string): boolean {
  if (chord !== "Space" && chord !== "Enter") return false;
  return (
    target instanceof Element &&
    target.closest(
      'button, a[href], summary, input, [role="checkbox"], [role="radio"], [role="switch"], [role="tab"]',
    ) !== null
  );
}
