/** The page of this app that an address leads to; null for one elsewhere. */
export const ownPath = (href: string, ownAddress: string): string | null => {
  const match = /^(https?:\/\/[^/?#]+)(\/(?:features|pages)\/[^#]*)/.exec(href);
  return match?.[1] !== undefined && match[1] === /^https?:\/\/[^/?#]+/.exec(ownAddress)?.[0] ? (match[2] ?? null) : null;
};
