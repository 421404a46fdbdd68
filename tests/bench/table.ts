/** Prints a row of a table: what, how many a second, and beside it the ratio to what it is compared with. */
export function printRow(what: string, perSecond: number, ratio?: { to: string; of: number }): void {
  const compared = ratio === undefined || ratio.of === 0 ? '' : `${(perSecond / ratio.of).toFixed(2)} x ${ratio.to}`;
  process.stdout.write(`  ${what.padEnd(58)} ${Math.round(perSecond).toString().padStart(8)}/s  ${compared}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How often `act` finishes in a second, with `concurrency` of it under way at once. */
export async function rateOf(act: (index: number) => Promise<unknown>, options: { concurrency: number; milliseconds: number }): Promise<number> {
  let done = 0;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - began < options.milliseconds) {
      await act(done);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, worker));
  return (done * 1000) / (performance.now() - began);
}
