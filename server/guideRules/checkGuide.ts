import type { GuideContent } from '../contract/guideContent';
import type { GuideCheck } from '../contract/serviceGuides';
import { consistencyRules } from './consistencyRules';
import { elementRules } from './elementRules';

const rules = [...elementRules, ...consistencyRules];

/**
 * Checks a guide against the eight classes of elements and the rules of consistency.
 *
 * @returns the findings in the order of the rules, and as score the share of the rules that say something about this guide and
 *   hold, in whole percent, rounded down: 100 means that nothing is wrong.
 */
export function checkGuide(content: GuideContent): GuideCheck {
  const applying = rules.filter((rule) => rule.appliesTo(content));
  const broken = applying.filter((rule) => !rule.holdsFor(content));
  const counted = applying.filter(({ severity }) => severity === 'fault').length;
  const faults = broken.filter(({ severity }) => severity === 'fault').length;
  return {
    score: Math.floor(((counted - faults) / counted) * 100),
    findings: broken.map(({ rule, severity, field, message }) => ({ rule, severity, field, message })),
  };
}
