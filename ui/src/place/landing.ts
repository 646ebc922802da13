/** Where the keyboard is when a screen opens. */

/**
 * Whether the keyboard may go to what the screen is about: nothing has it, or a button of the sidebar that led here or
 * was pressed before. A field, a sheet or a menu keeps it.
 */
export function isFree(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.matches(".side > .nav");
}
