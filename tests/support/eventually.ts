/**
 * Waits until an assertion holds: for what other processes or connections do in their own time.
 * The bound only ends a test that would never pass; nothing is asserted about how long it took.
 */
export async function eventually<T>(assertion: () => Promise<T> | T, milliseconds = 10_000): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
