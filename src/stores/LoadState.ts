import type { ApiError } from '../api/ApiError';

/**
 * Where something fetched stands. `savedAt` is set when the network failed and the last known content is shown
 * instead: the instant at which it was fetched, in milliseconds.
 */
export type LoadState<Value> =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'ready'; value: Value; savedAt: number | null }
  | { status: 'failed'; error: ApiError };

export const idle = { status: 'idle' } as const;
export const loading = { status: 'loading' } as const;
export const ready = <Value>(value: Value, savedAt: number | null = null) => ({ status: 'ready', value, savedAt }) as const;
export const failed = (error: ApiError) => ({ status: 'failed', error }) as const;
