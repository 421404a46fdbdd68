/** Width in a terminal: Chinese characters take two columns. */
const widthOf = (text: string): number => Array.from(text).reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);

/**
 * Writes a table for whoever reads the test run. It goes to the error output, which the runner of the tests passes on.
 * Text stands left, numbers right.
 */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return typeof rows[0]?.[column] === 'number' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
  process.stderr.write(`\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}\n`);
}
