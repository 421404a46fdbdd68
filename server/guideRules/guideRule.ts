import type { GuideContent, GuideContentField } from '../contract/guideContent';

/** One thing that a guide must hold. */
export interface GuideRule {
  /** Stable, snake_case. */
  rule: string;
  /** `fault` counts in the score; `advice` is only shown. */
  severity: 'fault' | 'advice';
  /** Where somebody would mend it. */
  field: GuideContentField;
  /** Whether the rule says anything about this guide. */
  appliesTo(content: GuideContent): boolean;
  holdsFor(content: GuideContent): boolean;
  /** What is wrong and what to do, for staff. */
  message: string;
}

export const always = (): boolean => true;
