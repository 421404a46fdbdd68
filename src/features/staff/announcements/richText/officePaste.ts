/** Copied from Word, WPS or Excel: full of markup that only the server's reader of such pages understands. */
export const isFromOffice = (html: string): boolean => /mso-|urn:schemas-microsoft-com|<o:p|class="?Mso|kingsoft|ksoDocId|\bet\d+\b.*<col/i.test(html);

/** Comments, styles and hidden words out of pasted markup; whatever else is left is taken by the schema or dropped. */
export function withoutClutter(html: string): string {
  const page = new window.DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll('style, script, title, meta, link, xml, [hidden]')) element.remove();
  for (const element of page.querySelectorAll<HTMLElement>('[style]')) {
    if (/display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment/i.test(element.getAttribute('style') ?? '')) element.remove();
  }
  return page.body.innerHTML.replace(/<!--[\s\S]*?-->/g, '');
}
