import type { Clock } from '../../clock';
import { importGuides } from '../../guideImport/importGuides';
import { describeRowError } from '../../guideImport/importReport';
import { guidesInMemory } from '../../guideImport/jsonGuides';
import type { DatabasePool } from '../pool';
import demoGuides from './demoGuides.json';

/**
 * Puts the departments and guides of 云岫县, which does not exist, into a database that has no guide yet, the way a real
 * county's file is imported. A database with guides is left alone, so it may be called at every start.
 *
 * @returns the number of guides added.
 */
export async function seedDemoCity(pool: DatabasePool, clock: Clock): Promise<number> {
  const { rows } = await pool.query('select from service_guides limit 1');
  if (rows.length > 0) return 0;
  const summary = await importGuides(pool, guidesInMemory(demoGuides), { clock });
  const [error] = summary.errors;
  if (error !== undefined) throw new Error(`demo guide ${error.row}: ${describeRowError(error)}`);
  return summary.added;
}
