const picture = /src="file:([0-9a-f]{64})"/g;

export const picturesIn = (html: string): string[] => [...new Set([...html.matchAll(picture)].map(([, hash]) => hash ?? ''))];

/** The text with its pictures where this device finds them; one that was not fetched shows its description alone. */
export const withPictures = (html: string, urls: ReadonlyMap<string, string>): string =>
  html.replace(picture, (_written, hash: string) => {
    const url = urls.get(hash);
    return url === undefined ? '' : `src="${url}"`;
  });

/** WeChat's rich-text component knows no style sheets. */
export const withStyles = (html: string): string =>
  html
    .replace(/<table/g, '<table style="width:100%;border-collapse:collapse;margin:8px 0"')
    .replace(/<(td|th)/g, '<$1 style="border:1px solid #7a8491;padding:6px;vertical-align:top"')
    .replace(/<img/g, '<img style="max-width:100%"')
    .replace(/<p>/g, '<p style="margin:8px 0">');
