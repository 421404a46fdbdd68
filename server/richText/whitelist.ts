export type BlockTag = 'p' | 'h2' | 'h3' | 'h4';
export type Mark = 'strong' | 'em' | 'u';

/** The page's own title is its h1, so a text begins below it. A map, since an object has a `constructor` for whoever writes `<constructor>`. */
export const blockTags: ReadonlyMap<string, BlockTag> = new Map([
  ['p', 'p'],
  ['h1', 'h2'],
  ['h2', 'h2'],
  ['h3', 'h3'],
  ['h4', 'h4'],
  ['h5', 'h4'],
  ['h6', 'h4'],
]);

export const markTags: ReadonlyMap<string, Mark> = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['u', 'u'],
  ['ins', 'u'],
]);

/** Unwrapped, and what they hold stands by itself: a paragraph of its own. */
export const sectionTags: ReadonlySet<string> = new Set(
  'address article aside body center dd details dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend main menu nav pre search section summary caption option xmp plaintext listing'.split(' '),
);

/** Gone with all they hold: it is code, a control, another document, or for readers of other kinds. */
export const droppedTags: ReadonlySet<string> = new Set(
  'script style iframe frame frameset object embed applet param svg math template noscript noembed noframes head title meta link base basefont input textarea select button datalist output progress meter audio video source track canvas map area xml portal slot dialog'.split(' '),
);

/** Unwrapped without a word, since every paste from Word or WPS is full of them. */
export const clutterTags: ReadonlySet<string> = new Set(
  'span font o:p small big sub sup s strike del mark abbr acronym cite code dfn kbd samp var time bdi bdo label nobr wbr tt q ruby rb rt rp data center html body div section article main header footer colgroup col tbody thead tfoot picture'.split(' '),
);

const fileAddress = /^file:[0-9a-f]{64}$/;

/** Only pictures of our own, named by the hash of their bytes. */
export function isFileAddress(address: string): boolean {
  return fileAddress.test(address);
}

/**
 * The address as it is written out; undefined when it may not be linked to. Browsers skip control characters and
 * blanks in front of and inside an address, so those go before anything is judged.
 */
export function linkAddress(written: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  const address = written.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');
  if (address.length > 2_000) return undefined;
  if (/^tel:[+0-9][0-9\-();=.*#,a-z]{1,40}$/i.test(address)) return address;
  if (/^mailto:[^\s@<>"\\]+@[^\s@<>"\\]+$/i.test(address)) return address;
  if (!/^https:\/\/[^/\\]/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  // What stands before an @ makes an address look like another one.
  return url.username === '' && url.password === '' ? url.href : undefined;
}

/** 1 to 50; 1 for whatever else is written. */
export function spanOf(written: string | undefined): number {
  const span = /^\s*\d{1,9}\s*$/.test(written ?? '') ? Number(written) : 1;
  return Math.min(50, Math.max(1, span));
}
