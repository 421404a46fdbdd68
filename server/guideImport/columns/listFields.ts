import type { GuideContent } from '../../contract/guideContent';
import { guideFieldLabels as label } from '../../guideFields/labels';
import { parseLegalBases, parseRequiredMaterials, parseResults } from '../cellLists';
import { objectList } from '../values/objectList';
import { column, type Column } from './column';
import {
  faqColumns,
  feeColumns,
  legalBasisColumns,
  placeColumns,
  processStepColumns,
  requiredMaterialColumns,
  resultColumns,
  specialProcedureColumns,
} from './itemColumns';

/** The fields of a guide that are lists of objects: each has rows of its own in a workbook. */
export type ListField = 'legalBases' | 'specialProcedures' | 'onSiteSteps' | 'onlineSteps' | 'places' | 'requiredMaterials' | 'fees' | 'results' | 'faqs';

/** As in the contract. */
export const mostItems: Record<ListField, number> = {
  legalBases: 50,
  specialProcedures: 20,
  onSiteSteps: 30,
  onlineSteps: 30,
  places: 20,
  requiredMaterials: 200,
  fees: 50,
  results: 20,
  faqs: 100,
};

/** A whole list in one cell, or under one key of JSON. */
export const listFieldColumns: { readonly [Field in ListField]: Column<NonNullable<GuideContent[Field]>> } = {
  legalBases: column(label.legalBases, objectList(legalBasisColumns, { fromText: parseLegalBases, sheet: '设定依据', most: mostItems.legalBases })),
  specialProcedures: column(label.specialProcedures, objectList(specialProcedureColumns, { sheet: '特别程序', most: mostItems.specialProcedures })),
  onSiteSteps: column(label.onSiteSteps, objectList(processStepColumns, { sheet: '办理流程', most: mostItems.onSiteSteps })),
  onlineSteps: column(label.onlineSteps, objectList(processStepColumns, { sheet: '办理流程', most: mostItems.onlineSteps })),
  places: column(label.places, objectList(placeColumns, { sheet: '办理窗口', most: mostItems.places })),
  requiredMaterials: column(label.requiredMaterials, objectList(requiredMaterialColumns, { fromText: parseRequiredMaterials, sheet: '申请材料', most: mostItems.requiredMaterials }), {
    headers: ['materials', '所需材料', '材料', '材料清单'],
  }),
  fees: column(label.fees, objectList(feeColumns, { sheet: '收费项目', most: mostItems.fees })),
  results: column(label.results, objectList(resultColumns, { fromText: parseResults, sheet: '办理结果', most: mostItems.results })),
  faqs: column(label.faqs, objectList(faqColumns, { sheet: '常见问题', most: mostItems.faqs })),
};
