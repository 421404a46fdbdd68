/** Longer ones are stories; what they are about stands in the beginning. */
const longestKept = 40;

/** Digits with what usually stands between them: phone, identity card, bank card, plate, file number. */
const longNumber = /[0-9a-z]*\d(?:[\s·.-]?[0-9a-z]){3,}/gu;
const mailAddress = /[^\s@]+@[^\s@]+/gu;

/** A search as it may be kept: one form, cut, and without anything that looks like somebody's number or address. */
export function withoutNumbers(query: string): string {
  const oneForm = query.normalize('NFKC').toLowerCase().replace(mailAddress, '＊').replace(longNumber, '＊').replace(/\s+/gu, ' ').trim();
  return [...oneForm].slice(0, longestKept).join('').trim();
}
