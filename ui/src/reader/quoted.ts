/**
 * Words quoted as evidence, shown where they stand. They are painted over the text and not boxed in it, so that the text's
 * nodes stay as they are; an engine that cannot do that shows the place alone.
 */

const NAME = "quoted";

export const quoted = {
  /** What is painted. */
  ranges: [] as readonly Range[],

  /** Paints ranges until the function returned is called. */
  show(ranges: readonly Range[]): () => void {
    this.ranges = ranges;
    const painted = "highlights" in CSS && ranges.length > 0 ? new Highlight(...ranges) : null;
    if (painted) CSS.highlights.set(NAME, painted);
    return () => {
      if (this.ranges === ranges) this.ranges = [];
      if (painted && CSS.highlights.get(NAME) === painted) CSS.highlights.delete(NAME);
    };
  },
};
