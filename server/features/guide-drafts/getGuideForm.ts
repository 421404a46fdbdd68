import { ApiError } from '../../apiError';
import { GuideForm, type FormChoice } from '../../contract/guideForm';
import { staffEndpoint } from '../../endpoint';
import type { ChoiceSet } from '../../guideDrafts/form/fieldForms';
import { formGroups } from '../../guideDrafts/form/formGroups';
import { departmentsEdited, worksOnGuides } from '../../guideDrafts/guideDraftPolicy';
import { choices } from '../../guideFields/choices';

/** The whole form in one reply, so that the mini-program carries neither names nor limits of fields a second time. */
export const getGuideForm = staffEndpoint(
  { method: 'GET', url: '/staff/guide-form', summary: '指南有哪些字段、怎么填', reply: GuideForm },
  async ({ app, staff }) => {
    if (!worksOnGuides(staff)) throw new ApiError('not_allowed');
    const [topics, offices, departments] = await Promise.all([
      app.db.selectFrom('topics').select(['code', 'kind', 'name']).orderBy('sort_order').orderBy('code').execute(),
      app.db.selectFrom('offices').select(['code', 'name']).orderBy('sort_order').orderBy('id').execute(),
      app.db.selectFrom('departments').where('id', 'in', [0, ...departmentsEdited(staff)]).select(['id', 'name']).orderBy('sort_order').orderBy('id').execute(),
    ]);
    const topicsOf = (kind: string): FormChoice[] => topics.filter((topic) => topic.kind === kind).map(({ code, name }) => ({ value: code, name }));
    const sets: Record<ChoiceSet, FormChoice[]> = {
      ...(Object.fromEntries(Object.entries(choices).map(([set, names]) => [set, Object.entries(names).map(([value, name]) => ({ value, name: String(name) }))])) as Record<keyof typeof choices, FormChoice[]>),
      naturalPersonTopics: topicsOf('natural_person'),
      legalPersonTopics: topicsOf('legal_person'),
      lifeEvents: topicsOf('life_event'),
      offices: offices.map(({ code, name }) => ({ value: code, name })),
    };
    return { groups: [...formGroups], choices: sets, departments: departments.map(({ id, name }) => ({ id: String(id), name })) };
  },
);
