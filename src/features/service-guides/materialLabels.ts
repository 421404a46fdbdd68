import type { RequiredMaterial } from '../../../server/contract/guideContent';
import { copyKindLabels, joined, materialFormLabels, materialSourceLabels, necessityLabels } from './contentLabels';

/** 原件 1 份, 原件和复印件各 1 份, 复印件 2 份; a count of 0 says nothing that helps. */
const copies = ({ copyKind, count }: RequiredMaterial): string | null => {
  const kind = copyKind === undefined ? '' : copyKindLabels[copyKind];
  if (count === undefined || count === 0) return kind === '' ? null : kind;
  return kind === '' ? `${count} 份` : `${kind}${copyKind === 'original_and_copy' ? '各' : ''} ${count} 份`;
};

/** One line on what exactly to bring: 原件 1 份 · 二寸彩色. Paper goes without saying. */
export const copiesLine = (material: RequiredMaterial): string | null =>
  joined([copies(material), material.form === undefined || material.form === 'paper' ? null : materialFormLabels[material.form], material.specification]);

export interface MaterialTag {
  tone: 'neutral' | 'amber' | 'green';
  word: string;
}

/** The department's own words say that it is filled in there; words that forbid it do not count. */
const canBeFilledThere = ({ note = '', fillingNote = '' }: RequiredMaterial): boolean =>
  /(现场|窗口)(填|领表)/.test(`${note} ${fillingNote}`) && !/(不能|不可|无法|不得|不要)[^，。；]{0,4}(现场|窗口)填/.test(`${note} ${fillingNote}`);

/** What makes it differ from a paper that everybody brings from home. */
export const materialTags = (material: RequiredMaterial): MaterialTag[] => [
  ...(material.necessity === 'situational' ? [{ tone: 'amber' as const, word: necessityLabels.situational }] : []),
  ...(material.necessity === 'may_follow' ? [{ tone: 'green' as const, word: necessityLabels.may_follow }] : []),
  ...(canBeFilledThere(material) ? [{ tone: 'neutral' as const, word: '可现场填' }] : []),
];

export interface MaterialDetail {
  term: string;
  text: string;
}

/** Everything else that is published of a material, opened on demand. */
export const materialDetails = (material: RequiredMaterial): MaterialDetail[] => {
  const lines: [string, string | null | undefined][] = [
    ['填写须知', material.fillingNote],
    ['什么样的才行', material.acceptanceStandard],
    ['从哪里来', joined([material.source === undefined ? null : materialSourceLabels[material.source], material.sourceNote], '，')],
    ['纸质还是电子版', material.form === undefined ? null : materialFormLabels[material.form]],
    ['是不是一定要', material.necessity === undefined ? null : necessityLabels[material.necessity]],
    ['材料类型', material.type],
    ['为什么要', material.basis],
  ];
  return lines.flatMap(([term, text]) => (text === null || text === undefined ? [] : [{ term, text }]));
};

/** The row that opens the details is named by what most people open it for. */
export const detailsLabel = ({ blankForm, filledSample }: RequiredMaterial): string =>
  blankForm !== undefined && filledSample !== undefined ? '空白表格、填写样例和要求' : blankForm !== undefined ? '空白表格和要求' : filledSample !== undefined ? '填写样例和要求' : '具体要求';
