import type { OfficeWindow } from '../../../server/contract/offices';

/** Windows beside each other that do the same. */
export interface WindowGroup {
  name: string;
  /** A01 至 A06, or the numbers one by one. */
  numbers: string;
}

export interface Floor {
  name: string;
  windowCount: number;
  groups: WindowGroup[];
}

/** Letters in front and the number behind: A06 → A, 6. */
const partsOf = (number: string): { letters: string; value: number } | null => {
  const [, letters, digits] = /^(\D*)(\d{1,6})$/.exec(number) ?? [];
  return letters === undefined || digits === undefined ? null : { letters, value: Number(digits) };
};

const follows = (before: string, number: string): boolean => {
  const [first, second] = [partsOf(before), partsOf(number)];
  return first !== null && second !== null && first.letters === second.letters && second.value === first.value + 1;
};

/** Runs of three and more are written by their ends: A01 至 A06、B02. */
export function numbersLabel(numbers: readonly string[]): string {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run !== undefined && last !== undefined && follows(last, number)) run.push(number);
    else runs.push([number]);
  }
  return runs.map((run) => (run.length < 3 ? run.join('、') : `${run[0] ?? ''} 至 ${run[run.length - 1] ?? ''}`)).join('、');
}

/** The windows by floor and by what they do, in the order of the office. */
export function floorsOf(windows: readonly OfficeWindow[]): Floor[] {
  const floors = new Map<string, Map<string, string[]>>();
  for (const { floor, name, number } of windows) {
    const groups = floors.get(floor) ?? new Map<string, string[]>();
    groups.set(name, [...(groups.get(name) ?? []), number]);
    floors.set(floor, groups);
  }
  return Array.from(floors, ([name, groups]) => ({
    name,
    windowCount: Array.from(groups.values()).reduce((sum, numbers) => sum + numbers.length, 0),
    groups: Array.from(groups, ([group, numbers]) => ({ name: group, numbers: numbersLabel(numbers) })),
  }));
}
