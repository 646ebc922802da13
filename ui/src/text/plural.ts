/** A number with its thousands set apart: `2,505`. */
export function figure(count: number): string {
  return count.toLocaleString("en-GB");
}

/** A number and its noun: `1 claim`, `2,505 characters`, `3 entries` where the plural is given. */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}
