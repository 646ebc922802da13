/** Tags as they are typed: several at once with commas. */

/** The most characters of a tag, in Unicode code points; the engine refuses more. */
const MOST = 100;

/** The tags in what is typed. */
export function tagsIn(typed: string): string[] {
  const tags = typed.split(",").map((tag) => tag.trim());
  return [...new Set(tags)].filter(Boolean);
}

/** Why not all of the tags can be given; nothing where they can. */
export function tagFault(tags: readonly string[]): string | null {
  const long = tags.find((tag) => [...tag].length > MOST);
  return long === undefined ? null : `A tag has at most ${MOST} characters; this one has ${[...long].length}.`;
}
