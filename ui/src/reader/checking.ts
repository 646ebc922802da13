/** What edits change of a document that is read. */
import type { DocumentChecking, DocumentView, Mark } from "../backend";

/**
 * The document with how its checking stands now. Sentences and marks that are as they were stay the same objects.
 *
 * @param claims whose marks were asked for; the others' stay
 */
export function checked(
  view: DocumentView,
  { summary, sentences, marks }: DocumentChecking,
  claims: ReadonlySet<number> | null,
): DocumentView {
  const states = new Map(sentences.map((state) => [state.number, state]));
  const asked = ({ key }: Mark): boolean => claims === null || claims.has(key);
  const known = new Map(view.marks.filter(asked).map((mark) => [placeOf(mark), mark]));
  const now = marks.map((mark) => {
    const before = known.get(placeOf(mark));
    return before && alike(before, mark) ? before : mark;
  });
  return {
    ...view,
    summary,
    sentences: view.sentences.map((sentence) => {
      const { coverage, nothing_to_check } = states.get(sentence.number) ?? NOT_LOOKED_AT;
      const same = sentence.coverage === coverage && sentence.nothing_to_check === nothing_to_check;
      return same ? sentence : { ...sentence, coverage, nothing_to_check };
    }),
    marks: [...view.marks.filter((mark) => !asked(mark)), ...now].sort(
      (one, other) => one.start - other.start || one.end - other.end,
    ),
  };
}

const NOT_LOOKED_AT = { coverage: "not-looked-at", nothing_to_check: false } as const;

function placeOf({ key, start, end }: Mark): string {
  return `${key} ${start} ${end}`;
}

function alike(one: Mark, other: Mark): boolean {
  return one.status === other.status && one.verdict === other.verdict && one.label === other.label;
}
