import type { Check } from './checkContent';
import { advice, fault } from './finding';

/** Says by what something was repealed: a document's title or number. */
const namesADocument = /《[^》]+》|〔(?:19|20)\d{2}〕\s*\d+\s*号/u;
const vague = /长期有效|长期执行|有效期待定|实施时间另行通知|截止时间另行通知/u;

export const checkDates: Check = (content, { today }, texts) => {
  const { effectiveOn, expiresOn, shownFrom, shownUntil, validity, writtenOn, kind } = content;
  const findings = [];
  if (effectiveOn !== undefined && expiresOn !== undefined && expiresOn < effectiveOn) {
    findings.push(fault('expires_before_effective', 'expiresOn', '有效期至的日期早于施行日期，请核对这两个日期。'));
  }
  if (shownFrom !== undefined && shownUntil !== undefined && shownUntil < shownFrom) findings.push(fault('shown_until_before_from', 'shownUntil', '提示结束日期早于开始日期，请核对这两个日期。'));
  else if (shownUntil !== undefined && shownUntil < today) findings.push((kind === 'urgent_notice' ? fault : advice)('shown_until_past', 'shownUntil', '提示结束日期已经过了，不会再提示，请改成以后的日期。'));
  if (validity === 'in_force' && expiresOn !== undefined && expiresOn < today) findings.push(fault('validity_contradicts_expiry', 'validity', '有效期已经过了，效力状态却是“有效”，请改其中一项。'));
  if (writtenOn !== undefined && writtenOn > today) findings.push(advice('written_in_future', 'writtenOn', '成文日期在今天以后，请核对。'));
  const readable = texts.filter(({ field }) => field === 'body' || field === 'summary').flatMap(({ lines }) => lines);
  if (validity === 'repealed' && !readable.some((line) => /废止|代替|替代|取代/u.test(line) && namesADocument.test(line))) {
    findings.push(fault('repealed_without_document', 'body', '效力状态是“废止”，正文没有写明被哪份文件废止。请加一句，例如“本文件已被《……》（云政发〔2026〕12号）废止”。'));
  }
  const vagueLine = readable.map((line) => vague.exec(line)?.[0]).find((found) => found !== undefined);
  if (vagueLine !== undefined && expiresOn === undefined) {
    findings.push(advice('validity_vague', 'body', '没有写清楚到什么时候为止。请填写“有效期至”，或在正文写明日期；确实定不下来的，写明在哪里查看后续通知。', vagueLine));
  }
  return findings;
};
