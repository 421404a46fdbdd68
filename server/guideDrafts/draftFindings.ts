import type { GuideContent } from '../contract/guideContent';
import type { GuideDraft } from '../contract/guideDrafts';
import type { GuideFinding } from '../contract/serviceGuides';
import { guideFieldLabels } from '../guideFields/labels';
import { checkGuide } from '../guideRules/checkGuide';
import { isContentField } from './mergeFields';

/** Only the one who cancels is asked for it: in an import the date may follow later. */
const cancelledWithoutDate: GuideFinding = { rule: 'cancelled_without_date', severity: 'fault', field: 'cancelledOn', message: '事项状态是“取消”，请写明从哪天起取消。' };

/**
 * What the check says of a draft. A fault blocks it unless the published guide has the same one: a wrong telephone number can be
 * put right today, without first finding every missing sample, but nothing gets worse. Nothing but its date matters for a guide
 * that is being cancelled.
 */
export function checkDraft(content: GuideContent, published: GuideContent | undefined): GuideDraft['check'] {
  const { score, findings } = checkGuide(content);
  const isCancelled = content.status === 'cancelled';
  const known = new Set(published === undefined ? [] : checkGuide(published).findings.map(({ rule }) => rule));
  const all = isCancelled && content.cancelledOn === undefined ? [cancelledWithoutDate, ...findings] : findings;
  return {
    score,
    findings: all.map((finding) => ({
      ...finding,
      label: isContentField(finding.field) ? guideFieldLabels[finding.field] : finding.field,
      isBlocking: finding.severity === 'fault' && (isCancelled ? finding === cancelledWithoutDate : !known.has(finding.rule)),
    })),
  };
}
