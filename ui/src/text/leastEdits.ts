/**
 * The least edits that make one list of words into another, in memory that grows with their length and in bounded time:
 * the divide-and-conquer form of E. W. Myers, “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1 (1986),
 * 251–266, section 4b.
 */

/** A range of a list: from `start` to `end`, not included. */
interface Range {
  start: number;
  end: number;
}

/** A run of words that both lists have in turn, or that they do not have in common. */
export interface Run {
  same: boolean;
  one: Range;
  other: Range;
}

/** Steps from either end before a stretch counts as wholly different: what is found later is chance, and costs its square. */
const MOST_STEPS = 600;

/** The runs of two lists, alternately the same and different; together they cover both. */
export function leastEdits(one: readonly string[], other: readonly string[]): Run[] {
  const runs: Run[] = [];
  const add = (same: boolean, oneEnd: number, otherEnd: number): void => {
    const last = runs.at(-1);
    const from = { one: last?.one.end ?? 0, other: last?.other.end ?? 0 };
    if (oneEnd === from.one && otherEnd === from.other) return;
    if (last?.same === same) {
      last.one.end = oneEnd;
      last.other.end = otherEnd;
    } else
      runs.push({
        same,
        one: { start: from.one, end: oneEnd },
        other: { start: from.other, end: otherEnd },
      });
  };
  solve(numbered(one, other), 0, one.length, 0, other.length, add);
  return gathered(runs, one, other);
}

/**
 * Gathers what chance scattered: of `a` in `a just peace` and in `a day ago, a just peace` the later one is meant. Where
 * words stand in one list alone and a kept run beside them could as well be at their other end, it goes there.
 */
function gathered(runs: readonly Run[], one: readonly string[], other: readonly string[]): Run[] {
  const out = runs.map((run) => ({ ...run, one: { ...run.one }, other: { ...run.other } }));
  for (let at = 0; at < out.length; at += 1) {
    const run = out[at];
    const [before, after] = [out[at - 1], out[at + 1]];
    if (!run || run.same || !before?.same || !after?.same) continue;
    const [words, range] = size(run.one) === 0 ? [other, run.other] : [one, run.one];
    if (size(run.one) > 0 && size(run.other) > 0) continue;
    const left = size(before.one);
    const right = size(after.one);
    const alike = (count: number, from: number, to: number): boolean =>
      Array.from({ length: count }).every((_, index) => words[from + index] === words[to + index]);
    if (alike(left, range.start - left, range.end - left)) {
      shift(run, -left);
      after.one.start -= left;
      after.other.start -= left;
      out.splice(at - 1, 1);
    } else if (alike(right, range.start, range.end)) {
      shift(run, right);
      before.one.end += right;
      before.other.end += right;
      out.splice(at + 1, 1);
    } else continue;
    join(out);
    at = Math.max(at - 3, -1);
  }
  return out;
}

/** Makes one of runs beside each other that both differ. */
function join(runs: Run[]): void {
  for (let at = runs.length - 1; at > 0; at -= 1) {
    const [run, next] = [runs[at - 1], runs[at]];
    if (!run || !next || run.same !== next.same) continue;
    run.one.end = next.one.end;
    run.other.end = next.other.end;
    runs.splice(at, 1);
  }
}

function shift(run: Run, by: number): void {
  for (const range of [run.one, run.other]) {
    range.start += by;
    range.end += by;
  }
}

function size(range: Range): number {
  return range.end - range.start;
}

interface Lists {
  a: Int32Array;
  b: Int32Array;
}

/** Words by number, so that comparing two is comparing numbers. */
function numbered(one: readonly string[], other: readonly string[]): Lists {
  const numbers = new Map<string, number>();
  const number = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  };
  return { a: Int32Array.from(one, number), b: Int32Array.from(other, number) };
}

type Add = (same: boolean, oneEnd: number, otherEnd: number) => void;

function solve({ a, b }: Lists, a0: number, a1: number, b0: number, b1: number, add: Add): void {
  let [start, startB, end, endB] = [a0, b0, a1, b1];
  while (start < end && startB < endB && a[start] === b[startB]) {
    start += 1;
    startB += 1;
  }
  while (end > start && endB > startB && a[end - 1] === b[endB - 1]) {
    end -= 1;
    endB -= 1;
  }
  add(true, start, startB);
  if (start < end && startB < endB) {
    const middle = meeting({ a, b }, start, end, startB, endB);
    if (middle) {
      solve({ a, b }, start, middle.a, startB, middle.b, add);
      solve({ a, b }, middle.a, end, middle.b, endB, add);
    } else add(false, end, endB);
  } else add(false, end, endB);
  add(true, a1, b1);
}

/**
 * A place on a shortest path, found by searching from both ends until the searches meet; nothing where they have not met
 * after so many steps, or where no word is shared. Neither the first nor the last words of the ranges are equal.
 */
function meeting({ a, b }: Lists, a0: number, a1: number, b0: number, b1: number): { a: number; b: number } | null {
  const n = a1 - a0;
  const m = b1 - b0;
  const delta = n - m;
  const odd = delta % 2 !== 0;
  const most = Math.min(Math.ceil((n + m) / 2), MOST_STEPS);
  // Furthest places in `a`, by diagonal; the backward ones count from the end.
  const forward = new Int32Array(2 * most + 3);
  const backward = new Int32Array(2 * most + 3);
  const zero = most + 1;
  const at = (list: Int32Array, diagonal: number): number => list[zero + diagonal] ?? 0;
  // Diagonals that ran out of a list are left out of the search, from either side.
  const out = { right: 0, below: 0, backRight: 0, backBelow: 0 };
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d + out.below; k <= d - out.right; k += 2) {
      const down = k === -d || (k !== d && at(forward, k - 1) < at(forward, k + 1));
      let x = down ? at(forward, k + 1) : at(forward, k - 1) + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x += 1;
        y += 1;
      }
      forward[zero + k] = x;
      const back = delta - k;
      if (x > n) out.right += 2;
      else if (y > m) out.below += 2;
      else if (odd && Math.abs(back) < d && x + at(backward, back) >= n) return inside(x, y, n, m, a0, b0);
    }
    for (let k = -d + out.backBelow; k <= d - out.backRight; k += 2) {
      const down = k === -d || (k !== d && at(backward, k - 1) < at(backward, k + 1));
      let x = down ? at(backward, k + 1) : at(backward, k - 1) + 1;
      let y = x - k;
      while (x < n && y < m && a[a1 - 1 - x] === b[b1 - 1 - y]) {
        x += 1;
        y += 1;
      }
      backward[zero + k] = x;
      const ahead = delta - k;
      if (x > n) out.backRight += 2;
      else if (y > m) out.backBelow += 2;
      else if (!odd && Math.abs(ahead) <= d && x + at(forward, ahead) >= n) return inside(n - x, m - y, n, m, a0, b0);
    }
  }
  return null;
}

/** The place in the lists, unless it is a corner, where the range would not get smaller. */
function inside(x: number, y: number, n: number, m: number, a0: number, b0: number): { a: number; b: number } | null {
  if ((x === 0 && y === 0) || (x === n && y === m)) return null;
  return { a: a0 + x, b: b0 + y };
}
