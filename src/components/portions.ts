/** An element with its class and its place in a setData, as measured on Taro's JSON. */
const elementBytes = 65;
/** The way to the rest of a text that was cut. */
const unfoldBytes = 200;
/** Chinese in UTF-8. */
const bytesPerCharacter = 3;

/**
 * About how many bytes an item sends to the page: some elements around it, and its texts as far as they are shown.
 * @param first characters after which a text is cut
 */
export const sizeOf = (elements: number, texts: readonly (string | undefined | null)[], first: number): number =>
  texts.reduce((sum, text) => {
    const length = text?.length ?? 0;
    return sum + (length === 0 ? 0 : 2 * elementBytes) + Math.min(length, first) * bytesPerCharacter + (length > first ? unfoldBytes : 0);
  }, elements * elementBytes);

/** How many of the first items fit; at least one, so that every press shows something. */
export const fitting = <Item>(items: readonly Item[], budget: number, sizeOfItem: (item: Item) => number): number => {
  let sum = 0;
  let count = 0;
  for (const item of items) {
    sum += sizeOfItem(item);
    if (count > 0 && sum > budget) break;
    count += 1;
  }
  return count;
};
