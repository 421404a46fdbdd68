const firstPauseMilliseconds = 5_000;
const longestPauseMilliseconds = 3_600_000;

/** Over about nine hours: longer than the outage of a service that is worth waiting for. */
export const mostAttempts = 15;

/** How long to wait after so many attempts: three times as long each time, up to an hour. */
export function pauseMilliseconds(attempts: number): number {
  return Math.min(firstPauseMilliseconds * 3 ** (attempts - 1), longestPauseMilliseconds);
}
