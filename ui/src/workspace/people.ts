/** The people of the workspace, by their names. */
import { workspace } from "./workspace.svelte";

/** The name of who is at work; nothing until the workspace is loaded. */
export function me(): string | null {
  return workspace.info?.person ?? null;
}

/** The initials that a person goes by, where they are not those of the name. */
export function initialsOf(name: string): string | null {
  const { info } = workspace;
  if (info && name === info.person) return info.initials;
  return info?.people.find((person) => person.name === name)?.initials ?? null;
}
