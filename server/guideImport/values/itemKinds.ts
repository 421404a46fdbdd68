import type { Audience, ItemType } from '../../contract/guideContent';
import { choices } from '../../guideFields/choices';
import { choice, choiceList } from './choiceValues';

/** 服务对象 of whoever does not say: everybody. */
export const everybody: readonly Audience[] = ['natural_person', 'legal_person'];

/** Codes 02, 03 and 06 of the national list exist, but nobody applies for those: they are no services. */
const notServices: Readonly<Record<string, string>> = {
  '2': '行政处罚', '02': '行政处罚', 行政处罚: '行政处罚',
  '3': '行政强制', '03': '行政强制', 行政强制: '行政强制',
  '6': '行政检查', '06': '行政检查', 行政检查: '行政检查',
};

const nationalCodes: Record<ItemType, readonly string[]> = {
  licence: ['1', '01'],
  levy: ['4', '04'],
  payment: ['5', '05'],
  confirmation: ['7', '07'],
  reward: ['8', '08'],
  ruling: ['9', '09'],
  other_power: ['10', '其他权力', '其它行政权力'],
  public_service: ['20', '公共服务事项'],
};

/** 事项类型 by our identifier, its Chinese name or the national code. */
export const itemType = choice(choices.itemType, {
  aliases: nationalCodes,
  refuse: (text) => (Object.hasOwn(notServices, text) ? `“${text}”是${notServices[text] ?? ''}，不是群众申请办理的事项，不能导入` : undefined),
  more: '，或它们的代码',
});

/** 服务对象 as the national list divides it; everything that is not a natural person is one group to us. */
export const audiences = choiceList(choices.audience, {
  aliases: {
    natural_person: ['个人', '群众'],
    legal_person: ['企业', '企业法人', '事业法人', '社会组织法人', '非法人企业', '行政机关', '其他组织', '法人和其他组织', '法人或其他组织', '法人及其他组织'],
  },
});
