import type { AnnouncementContent } from '../../contract/announcementContent';
import { toPlainText } from '../../richText/plainText';

/** What people read in a field, a line a paragraph, item or table row. */
export interface FieldText {
  field: keyof AnnouncementContent;
  lines: string[];
}

export function readTexts(content: AnnouncementContent): FieldText[] {
  const texts: FieldText[] = [];
  const add = (field: FieldText['field'], ...lines: (string | undefined)[]): void => {
    const given = lines.filter((line) => line !== undefined && line !== '');
    if (given.length > 0) texts.push({ field, lines: given as string[] });
  };
  add('title', content.title);
  add('body', ...toPlainText(content.body).split('\n'));
  add('summary', content.summary);
  add('issuingBody', content.issuingBody);
  add('documentNumber', content.documentNumber);
  add('subjectClass', content.subjectClass);
  add('keywords', ...(content.keywords ?? []));
  add('attachments', ...(content.attachments ?? []).map(({ name }) => name));
  return texts;
}
