export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface DescribedError {
  name: string;
  /** SQLSTATE, system error or one of our codes. */
  code?: string;
  frames: string[];
  cause?: DescribedError;
}

const mostCauses = 3;

/**
 * What may be logged or stored of an error that a job threw: its kind and place. Its message may quote what the
 * job worked on (a phone number in a failed insert, for instance), so it stays out.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    frames: frames.map((line) => line.trim()),
    ...(error.cause === undefined || depth >= mostCauses ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}
