import type { AnnouncementContent } from '../../contract/announcementContent';
import type { AnnouncementFinding } from '../../contract/announcementDrafts';
import { checkDates } from './dateRules';
import { checkFields } from './fieldRules';
import { checkLinks } from './linkRules';
import { checkPersonalNumbers } from './personalNumbers';
import { checkReferences } from './referenceRules';
import { checkShape } from './shapeRules';
import { readTexts, type FieldText } from './texts';
import { checkWording } from './wordingRules';

/** What is known outside the text; gathered beforehand, so that the rules are pure. */
export interface Facts {
  /** The date in China. */
  today: string;
  /** Host of the site's own pages; undefined when it is not told where they are. */
  ownHost: string | undefined;
  bodyNames: readonly { wrong: string; right: string }[];
  /** What exists and is public, of all that the content refers to. */
  guides: ReadonlySet<string>;
  offices: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  announcements: ReadonlySet<string>;
  policyDocuments: ReadonlySet<string>;
  isIndexNumberTaken: boolean;
  /** Why an attachment cannot be opened, by its hash. */
  attachments: ReadonlyMap<string, AttachmentProblem>;
}
export type AttachmentProblem = 'missing' | 'encrypted' | 'damaged' | 'macros';

export type Check = (content: AnnouncementContent, facts: Facts, texts: readonly FieldText[]) => AnnouncementFinding[];

const checks: readonly Check[] = [checkFields, checkDates, checkReferences, checkLinks, checkPersonalNumbers, checkWording, checkShape];

/** Every finding, faults first. */
export function checkContent(content: AnnouncementContent, facts: Facts): AnnouncementFinding[] {
  const texts = readTexts(content);
  const findings = checks.flatMap((check) => check(content, facts, texts));
  return [...findings.filter(({ severity }) => severity === 'fault'), ...findings.filter(({ severity }) => severity === 'advice')];
}
