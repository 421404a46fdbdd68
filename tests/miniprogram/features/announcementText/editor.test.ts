import fc from 'fast-check';
import { sanitiseHtml } from '../../../../server/richText/sanitiseHtml';
import { readHtml, writeHtml } from '../../../../src/features/staff/announcements/richText/html';
import { htmlSoup } from '../../../server/richText/htmlArbitrary';
import { wellMadeHtml } from './wellMadeHtml';

const throughEditor = (html: string): string => sanitiseHtml(writeHtml(readHtml(html))).html;

test('any rich text comes out of the editor as the server keeps it', () => {
  fc.assert(
    fc.property(wellMadeHtml, (made) => {
      const { html } = sanitiseHtml(made);
      expect(throughEditor(html)).toBe(html);
    }),
    { numRuns: 150 },
  );
});

test('so does whatever the server makes of pasted soup', () => {
  fc.assert(
    fc.property(htmlSoup, (soup) => {
      const { html } = sanitiseHtml(soup);
      expect(throughEditor(html)).toBe(html);
    }),
    { numRuns: 150 },
  );
});

test('an empty text is empty', () => {
  expect(writeHtml(readHtml(''))).toBe('');
});
