/** The hashes of the pictures in sanitised rich text, each once, in the order of the text. */
export function picturesIn(body: string): string[] {
  return [...new Set([...body.matchAll(/<img src="file:([0-9a-f]{64})"/g)].map(([, hash = '']) => hash))];
}
