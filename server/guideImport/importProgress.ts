interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

const intervalMilliseconds = { terminal: 200, log: 3_000 };

/** Shows how far an import has come: one line that is written over on a terminal, a line every few seconds elsewhere. */
export class ImportProgress {
  private lastAt: number;
  private isLineOpen = false;

  constructor(
    private readonly output: Output,
    private readonly monotonicMilliseconds: () => number = () => performance.now(),
  ) {
    this.lastAt = this.monotonicMilliseconds();
  }

  show(progress: { stage: 'reading' | 'writing'; rows: number }): void {
    const isTerminal = this.output.isTTY === true;
    const now = this.monotonicMilliseconds();
    if (progress.stage === 'reading' && now - this.lastAt < intervalMilliseconds[isTerminal ? 'terminal' : 'log']) return;
    this.lastAt = now;
    const text = progress.stage === 'reading' ? `已读取 ${progress.rows} 行……` : `共读取 ${progress.rows} 行，正在核对和写入……`;
    this.output.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.isLineOpen = isTerminal;
  }

  /** Clears the line, so that the report begins on an empty one. */
  end(): void {
    if (this.isLineOpen) this.output.write('\r\u001b[K');
    this.isLineOpen = false;
  }
}
