import type { GuidePart } from '../../contract/feedback';
import type { GuideContentField } from '../../contract/guideContent';
import type { FormGroup } from '../../contract/guideForm';
import { fieldForms } from './fieldForms';

const groups: readonly { id: string; name: string; part: GuidePart[]; fields: GuideContentField[] }[] = [
  { id: 'item', name: '这是什么事', part: ['other'], fields: ['name', 'itemType', 'summary', 'keywords', 'audiences', 'effectiveOn', 'status', 'cancelledOn'] },
  { id: 'conditions', name: '谁能办', part: [], fields: ['eligibility', 'quantityLimit'] },
  { id: 'materials', name: '带什么', part: ['materials'], fields: ['requiredMaterials'] },
  { id: 'process', name: '怎么办', part: ['process'], fields: ['channels', 'visits', 'visitsReason', 'onSiteSteps', 'onlineSteps', 'onlineDepth', 'onlineAddress', 'crossRegionScope', 'processPicture', 'intermediaryServices'] },
  { id: 'time', name: '多久办完', part: ['time'], fields: ['handlingType', 'committedLimit', 'statutoryLimit', 'specialProcedures'] },
  { id: 'places', name: '去哪里', part: ['place'], fields: ['places', 'address', 'openingHours', 'transport'] },
  { id: 'fees', name: '收不收费', part: ['fee'], fields: ['isCharged', 'fee', 'fees'] },
  { id: 'results', name: '拿到什么', part: [], fields: ['results'] },
  { id: 'booking', name: '预约', part: [], fields: ['isBookable', 'dailyCapacity', 'bookingNote'] },
  { id: 'phones', name: '咨询和投诉', part: ['phone'], fields: ['consultationPhone', 'supervisionPhone', 'rightsAndDuties', 'reconsiderationBody', 'litigationBody'] },
  { id: 'faqs', name: '常见问题', part: [], fields: ['faqs'] },
  { id: 'topics', name: '放在哪些主题', part: [], fields: ['naturalPersonTopics', 'legalPersonTopics', 'lifeEvents', 'relatedCodes'] },
  { id: 'basis', name: '依据和实施主体', part: [], fields: ['legalBases', 'basicCode', 'businessCode', 'exerciseLevel', 'powerSource', 'implementingBodyCode', 'implementingBodyNature', 'delegatedBody', 'jointBodies'] },
];

/** All fields in the order in which somebody would think of them: what citizens ask first comes first. */
export const formGroups: readonly FormGroup[] = groups.map((group) => ({ ...group, fields: group.fields.map((field) => fieldForms[field]) }));
