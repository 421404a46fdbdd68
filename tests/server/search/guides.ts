import { createSearchIndex, type SearchDocument, type SearchIndex } from '../../../server/search';

const names = [
  '居民身份证补领', '居民身份证换领', '居民身份证申领', '机动车驾驶证期满换证', '不动产转移登记', '不动产权证书补发', '出生登记',
  '最低生活保障认定', '住房公积金提取', '个体工商户设立登记', '企业设立登记', '残疾人证办理', '居住证申领', '社会保障卡申领', '结婚登记',
  '生育津贴申领', '老年人优待证办理', '食品经营许可', '机动车注册登记', '异地就医备案', '法律援助申请', '护照首次签发',
];

export function guide(name: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { id: name, name, keywords: [], body: `办理${name}的，携带有效证件到政务服务中心窗口申请，五个工作日内办结，不收费。`, ...more };
}

/** A small county's guides; a guide's name is its id. */
export function countyIndex(): SearchIndex {
  const index = createSearchIndex();
  for (const name of names) index.add(guide(name));
  return index;
}

export function idsOf(index: SearchIndex, text: string, limit = 10): string[] {
  return index.query(text, { limit }).results.map(({ id }) => id);
}
