/**
 * Which way a status may go. The engine decides and refuses; this copy of its table only greys out what it would
 * refuse.
 */
import { STATUS_ORDER, type Status } from "../text/words";

const MOVES: Record<Status, readonly Status[]> = {
  suggested: ["open", "in-progress", "dismissed"],
  open: ["in-progress", "in-review", "signed-off", "dismissed"],
  "in-progress": ["open", "in-review", "signed-off", "dismissed"],
  "in-review": ["open", "in-progress", "signed-off", "dismissed"],
  "signed-off": ["in-review", "in-progress"],
  dismissed: ["open"],
};

/** Whether a claim may go from one status to another. A sign-off has gates besides. */
export function allows(from: Status, to: Status): boolean {
  return MOVES[from].includes(to);
}

/** The statuses that the decision pad offers: all that a person can set. */
export const SETTABLE = STATUS_ORDER.filter((status) => status !== "suggested");
