/** Word of what was written, by this window or any other: whoever shows something touched fetches it again. */
import { backend, type Notice, type Thing, type Touched } from "../backend";

type Hear = (touched: readonly Touched[], operation: number) => void;
type HearJob = (notice: Extract<Notice, { kind: "job-changed" }>) => void;

const onData = new Set<Hear>();
const onJob = new Set<HearJob>();

/** Whether a notice touches any of these things; with a key, whether it touches that one. */
export function touches(touched: readonly Touched[], thing: Thing, key?: number): boolean {
  return touched.some((one) => one.thing === thing && (key === undefined || one.many || one.keys.includes(key)));
}

export const changes = {
  /** Begins to listen to the host; once, for the life of the window. Returns what stops it. */
  follow(): () => void {
    return backend.onNotice((notice) => {
      if (notice.kind === "data-changed") for (const hear of onData) hear(notice.touched, notice.operation);
      else for (const hear of onJob) hear(notice);
    });
  },

  /** Hears of written data until the function returned is called. */
  on(hear: Hear): () => void {
    onData.add(hear);
    return () => onData.delete(hear);
  },

  /** Hears of jobs until the function returned is called. */
  onJob(hear: HearJob): () => void {
    onJob.add(hear);
    return () => onJob.delete(hear);
  },
};
