import type { FeatureEndpoints } from '../../endpoint';
import { listSynonyms } from './listSynonyms';
import { removeSynonym } from './removeSynonym';
import { saveSynonym } from './saveSynonym';
import { trySearch } from './trySearch';

/** For whoever writes guides. */
export const staffSynonyms: FeatureEndpoints = {
  tag: '工作人员：群众说法',
  staff: { listSynonyms, saveSynonym, removeSynonym, trySearch },
};
