import type { GuideContent } from '../../contract/guideContent';
import type { DatabasePool } from '../../database/pool';
import type { DocumentSource } from '../../liveSearch/liveIndex';
import type { SearchDocument } from '../../search/searchIndex';

interface Row {
  id: number;
  department: string;
  content: GuideContent;
}

const select = `select g.id, d.name as department, g.content from service_guides g join departments d on d.id = g.department_id where g.status <> 'cancelled'`;

/** Service guides as the search reads them. */
export function guideDocuments(pool: DatabasePool): DocumentSource {
  return {
    kind: 'service_guide',
    loadAfter: async (id, limit) => {
      const { rows } = await pool.query<Row>({ name: 'search_documents_after', text: `${select} and g.id > $1 order by g.id limit $2`, values: [id, limit] });
      return rows.map(toDocument);
    },
    load: async (ids) => {
      const { rows } = await pool.query<Row>({ name: 'search_documents', text: `${select} and g.id = any($1::bigint[])`, values: [ids] });
      return rows.map(toDocument);
    },
  };
}

/** What somebody may ask about, without what stands alike in every guide (rights, courts, acceptance standards). */
export function toDocument({ id, department, content }: Row): SearchDocument {
  const { summary, eligibility, faqs = [], requiredMaterials = [], results = [], fees = [], onSiteSteps = [], onlineSteps = [] } = content;
  const body = [
    summary,
    eligibility,
    ...faqs.flatMap(({ question, answer }) => [question, answer]),
    ...requiredMaterials.map(({ name }) => name),
    ...results.map(({ name }) => name),
    ...fees.map(({ item }) => item),
    ...[...onSiteSteps, ...onlineSteps].map(({ description }) => description),
    department,
  ];
  return { id: String(id), name: content.name, keywords: content.keywords ?? [], body: body.filter((part) => part !== undefined).join('\n') };
}
