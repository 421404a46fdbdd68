import type { Clock } from '../clock';
import type { Config } from '../config';
import type { DatabasePool } from '../database/pool';

/** What a command of `npm run admin` works with. */
export interface CommandContext {
  pool: DatabasePool;
  config: Config;
  clock: Clock;
  /** A line for whoever typed the command. */
  tell(line: string): void;
}

export interface Command {
  name: string;
  /** One line: the command with its parameters. */
  usage: string;
  /** One line: what it does. */
  summary: string;
  /**
   * @returns the exit status: 0 done, 1 what was checked is not as it should be.
   * @throws CommandError what was asked cannot be done; its message says why and what to do.
   */
  run(args: readonly string[], context: CommandContext): Promise<0 | 1>;
}

/** The command cannot be carried out; the message, in Chinese, says what to do. */
export class CommandError extends Error {
  override name = 'CommandError';
}
