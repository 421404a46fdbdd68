import { dateInShanghai } from '../../clock';

/** Five digits: short enough to be read out on the telephone; a second feedback with the same ones gets others. */
const numbersADay = 100_000;

/** What people are told: FK261124-04217. @param random from 0 up to 1 */
export function referenceNumber(now: Date, random: number): string {
  const date = dateInShanghai(now).slice(2).replaceAll('-', '');
  return `FK${date}-${String(Math.floor(random * numbersADay)).padStart(5, '0')}`;
}
