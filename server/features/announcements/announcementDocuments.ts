import type { AnnouncementContent } from '../../contract/announcementContent';
import type { DatabasePool } from '../../database/pool';
import type { DocumentSource } from '../../liveSearch/liveIndex';
import { toPlainText } from '../../richText/plainText';
import type { SearchDocument } from '../../search/searchIndex';

interface Row {
  id: number;
  department: string;
  content: AnnouncementContent;
}

/** Who looks for words of a text remembers its beginning; the rest of a very long one would only weigh on every process's memory. */
const indexedCharacters = 20_000;

const select = `select a.id, d.name as department, a.content from announcements a join departments d on d.id = a.department_id where a.status in ('published', 'archived')`;

/** Announcements as the search reads them; what was withdrawn is not among them. */
export function announcementDocuments(pool: DatabasePool): DocumentSource {
  return {
    kind: 'announcement',
    loadAfter: async (id, limit) => {
      const { rows } = await pool.query<Row>({ name: 'announcement_documents_after', text: `${select} and a.id > $1 order by a.id limit $2`, values: [id, limit] });
      return rows.map(toDocument);
    },
    load: async (ids) => {
      const { rows } = await pool.query<Row>({ name: 'announcement_documents', text: `${select} and a.id = any($1::bigint[])`, values: [ids] });
      return rows.map(toDocument);
    },
  };
}

export function toDocument({ id, department, content }: Row): SearchDocument {
  const { title, keywords = [], documentNumber, summary, issuingBody, attachments = [] } = content;
  const text = toPlainText(content.body).slice(0, indexedCharacters);
  const body = [summary, text, ...attachments.map(({ name }) => name), issuingBody, department];
  return {
    id: String(id),
    name: title,
    keywords: documentNumber === undefined ? keywords : [documentNumber, ...keywords],
    body: body.filter((part) => part !== undefined).join('\n'),
  };
}
