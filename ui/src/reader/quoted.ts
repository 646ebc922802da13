/**
 * Words quoted as evidence, shown where they stand. They are painted over the text and not boxed in it, so that the text's
 * nodes stay as they are; an engine that cannot do that shows the place alone.
 */

const NAME = "quoted";

export const quoted = {
  /** Paints ranges until the function returned is called. */
  show(ranges: readonly Range[]): () => void {
    if (!("highlights" in CSS) || ranges.length === 0) return () => {};
    const painted = new Highlight(...ranges);
    CSS.highlights.set(NAME, painted);
    return () => {
      if (CSS.highlights.get(NAME) === painted) CSS.highlights.delete(NAME);
    };
  },
};
