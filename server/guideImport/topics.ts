import type { Queryable } from '../database/pool';
import type { TopicName } from './values/valueKind';

/** All topics of the installation, in the order of the catalogue. */
export async function loadTopics(client: Queryable): Promise<TopicName[]> {
  const { rows } = await client.query<TopicName>('select kind, code, name from topics order by kind, sort_order');
  return rows;
}
