/** What this window remembers on this machine: widths and the theme. Nothing of the workspace. */

/** What was kept under a name, or the usual. */
export function recall<T>(name: string, usual: T, valid: (kept: unknown) => kept is T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`assay.${name}`) ?? "null");
    return valid(kept) ? kept : usual;
  } catch {
    return usual;
  }
}

/** Keeps something; where the host keeps nothing, it is forgotten with the window. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`assay.${name}`, JSON.stringify(value));
  } catch {
    // Storage may be full or turned off; the window works without it.
  }
}
