import type { GuideContent, GuideFile } from '../contract/guideContent';

/** Every file that a guide offers to the public. */
export function filesOf(content: GuideContent): GuideFile[] {
  const { processPicture, requiredMaterials = [], results = [] } = content;
  return [processPicture, ...requiredMaterials.flatMap(({ blankForm, filledSample }) => [blankForm, filledSample]), ...results.map(({ sample }) => sample)].filter(
    (file) => file !== undefined,
  );
}
