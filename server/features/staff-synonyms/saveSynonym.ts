import { ApiError } from '../../apiError';
import { recordAudit } from '../../audit/recordAudit';
import { SaveSynonymBody, StaffSynonym } from '../../contract/synonyms';
import { staffEndpoint } from '../../endpoint';
import { mayChangeSynonyms } from '../../staff/registerPolicy';
import { staffActor } from '../../staff/staffActor';
import { builtIn } from './listSynonyms';
import { phraseForm, presentSynonym } from './synonymListRules';
import { findOwnSynonym, lockOwnSynonym, putOwnSynonym } from './synonymRepository';

export const saveSynonym = staffEndpoint(
  {
    method: 'PUT',
    url: '/staff/synonyms',
    summary: '增加或修改一条群众说法；正式名称为空时停用自带的这一条。各进程两秒内按新的搜索',
    body: SaveSynonymBody,
    reply: StaffSynonym,
    errors: ['synonym_not_found'],
  },
  async ({ app, body, staff, request }) => {
    if (!mayChangeSynonyms(staff)) throw new ApiError('not_allowed');
    const phrase = phraseForm(body.phrase);
    const officialTerms = [...new Set(body.officialTerms.map((term) => term.trim()))].filter((term) => phraseForm(term) !== phrase);
    const isSwitchedOff = body.officialTerms.length === 0;
    if (isSwitchedOff && !builtIn.has(phrase)) throw new ApiError('synonym_not_found');
    // A phrase that stands for itself alone says nothing, and would be taken for one that is switched off.
    if (!isSwitchedOff && officialTerms.length === 0) {
      throw new ApiError('request_invalid', { fieldErrors: [{ field: 'body.officialTerms', message: '正式名称和说法一样，不用增加。' }] });
    }
    await app.db.transaction().execute(async (tx) => {
      const before = await lockOwnSynonym(tx, phrase);
      if (before !== undefined && before.officialTerms.join('、') === officialTerms.join('、')) return;
      const now = app.clock.now();
      await putOwnSynonym(tx, { phrase, officialTerms }, now);
      await recordAudit(tx, {
        ...staffActor(staff, request),
        action: isSwitchedOff ? 'switch_off_synonym' : 'save_synonym',
        objectKind: 'search_synonym',
        objectId: phrase,
        before: { officialTerms: before?.officialTerms ?? builtIn.get(phrase) ?? null },
        after: { officialTerms },
        at: now,
      });
    });
    const saved = presentSynonym(phrase, builtIn.get(phrase), await findOwnSynonym(app.db, phrase));
    if (saved === undefined) throw new ApiError('synonym_not_found');
    return saved;
  },
);
