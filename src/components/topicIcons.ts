import type { IconName } from './Icon';

const icons: Record<string, IconName> = {
  'np.birth': 'baby',
  'np.household': 'users',
  'np.education': 'graduation-cap',
  'np.employment': 'briefcase',
  'np.marriage': 'heart',
  'np.housing': 'building',
  'np.social_security': 'hand-coins',
  'np.certificates': 'id-card',
  'np.transport': 'car',
  'np.border': 'plane',
  'np.health': 'heart-pulse',
  'np.retirement': 'armchair',
  'np.preferential': 'accessibility',
  'lp.establishment': 'store',
  'lp.social_security': 'hand-coins',
  'lp.staff': 'briefcase',
  'le.baby': 'baby',
  'le.school': 'graduation-cap',
  'le.work': 'briefcase',
  'le.marriage': 'heart',
  'le.home': 'building',
  'le.car': 'car',
  'le.illness': 'heart-pulse',
  'le.hardship': 'hand-coins',
  'le.disability': 'accessibility',
  'le.retirement': 'armchair',
  'le.abroad': 'plane',
  'le.shop': 'store',
};

/** The icon of a topic by its code; topics that an installation adds get a plain one. */
export const topicIcon = (code: string): IconName => icons[code] ?? 'file-text';
