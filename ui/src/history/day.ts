/** A day as the person's own clock has it, in milliseconds since 1970; nothing for what is no day of the calendar. */
export function dayOf(text: string): { from: number; until: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const from = new Date(year, month - 1, day);
  if (from.getMonth() !== month - 1 || from.getDate() !== day) return null;
  return { from: from.getTime(), until: new Date(year, month - 1, day + 1).getTime() };
}
