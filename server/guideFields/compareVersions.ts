import { isDeepStrictEqual } from 'node:util';
import type { GuideContent, GuideContentField } from '../contract/guideContent';
import type { GuideFieldChange } from '../contract/serviceGuides';
import { describeFieldValue, type TopicNames } from './describe';
import { guideFieldLabels } from './labels';

interface Version {
  department_name: string;
  content: GuideContent;
}

const contentFields = Object.keys(guideFieldLabels).filter((field): field is GuideContentField => field !== 'department');

/** What differs between two versions, in the order of the fields, each side in words; null where a version does not say it. */
export function compareVersions(before: Version, after: Version, topicNames: TopicNames): GuideFieldChange[] {
  const ofContent = contentFields.flatMap((field): GuideFieldChange[] => {
    const [old, now] = [before.content[field], after.content[field]];
    if (isDeepStrictEqual(old, now)) return [];
    return [{ field, label: guideFieldLabels[field], before: inWords(field, old, topicNames), after: inWords(field, now, topicNames) }];
  });
  if (before.department_name === after.department_name) return ofContent;
  return [{ field: 'department', label: guideFieldLabels.department, before: before.department_name, after: after.department_name }, ...ofContent];
}

function inWords(field: GuideContentField, value: GuideContent[GuideContentField], topicNames: TopicNames): string | null {
  return value === undefined ? null : describeFieldValue(field, value, topicNames);
}
