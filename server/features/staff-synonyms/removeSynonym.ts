import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { SynonymQuery } from '../../contract/synonyms';
import { staffEndpoint } from '../../endpoint';
import { mayChangeSynonyms } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { builtIn } from './listSynonyms';
import { phraseForm } from './synonymListRules';
import { deleteOwnSynonym, lockOwnSynonym } from './synonymRepository';

export const removeSynonym = staffEndpoint(
  { method: 'DELETE', url: '/staff/synonyms', summary: '删除本地增加的说法；改动或停用的自带说法恢复原样', query: SynonymQuery },
  async ({ app, query, staff, request }) => {
    if (!mayChangeSynonyms(staff)) throw new ApiError('not_allowed');
    const phrase = phraseForm(query.phrase);
    await app.db.transaction().execute(async (tx) => {
      const before = await lockOwnSynonym(tx, phrase);
      if (before === undefined) return;
      await deleteOwnSynonym(tx, phrase);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: 'remove_synonym',
        objectKind: 'search_synonym',
        objectId: phrase,
        before: { officialTerms: before.officialTerms },
        after: { officialTerms: builtIn.get(phrase) ?? null },
        at: app.clock.now(),
      });
    });
  },
);
