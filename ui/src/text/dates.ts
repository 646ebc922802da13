/**
 * Dates as the window writes them: `2 Mar 2023`, and ages as `4 min`, `1 h`, `Sun`, `21 Nov`. Partial dates stay
 * partial. Moments are shown in the reader's own zone.
 */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const FULL_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * A partial ISO date in words: `2023` as it is, `2023-03` as `Mar 2023`, `2023-03-02` (with or without a time) as
 * `2 Mar 2023`. What is not a date comes back unchanged.
 */
export function dateWords(iso: string, months: "short" | "full" = "short"): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso);
  if (!found) return iso;
  const [, year, month, day] = found;
  if (!month) return year ?? iso;
  const name = (months === "full" ? FULL_MONTHS : MONTHS)[Number(month) - 1];
  if (!name) return iso;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** The day of a moment in milliseconds since 1970, in the reader's zone: `21 Nov 2026`. */
export function dayOf(moment: number): string {
  const then = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, "0");
  return dateWords(`${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`);
}

/** The day and month of an ISO date, `2 Mar`; what has no day is written as `dateWords` does. */
export function dayAndMonth(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? dateWords(iso).replace(/ \d{4}$/, "") : dateWords(iso);
}

/**
 * How long ago a moment was, short enough for a column: `now` under a minute, minutes, hours until the day before,
 * weekdays within a week, then `21 Nov`, with the year if it is another. A moment to come is `now`.
 *
 * @param moment an ISO moment, or milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function ago(moment: string | number, now: number = Date.now()): string {
  const then = new Date(moment);
  const at = then.getTime();
  if (Number.isNaN(at)) return "";
  const passed = now - at;
  if (passed < MINUTE) return "now";
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min`;
  const today = new Date(now);
  const days = wholeDays(then, today);
  if (days === 0 || passed < 12 * HOUR) return `${Math.floor(passed / HOUR)} h`;
  if (days < 7) return DAYS[then.getDay()] ?? "";
  const date = `${then.getDate()} ${MONTHS[then.getMonth()]}`;
  return then.getFullYear() === today.getFullYear() ? date : `${date} ${then.getFullYear()}`;
}

/** The time of day of a moment, `13:42`. */
export function clock(moment: string | number): string {
  const then = new Date(moment);
  if (Number.isNaN(then.getTime())) return "";
  return `${String(then.getHours()).padStart(2, "0")}:${String(then.getMinutes()).padStart(2, "0")}`;
}

/** Midnights between two moments, in the reader's zone. */
function wholeDays(from: Date, to: Date): number {
  const start = Date.UTC(from.getFullYear(), from.getMonth(), from.getDate());
  return Math.round((Date.UTC(to.getFullYear(), to.getMonth(), to.getDate()) - start) / (24 * HOUR));
}
