import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dateInShanghai } from '../../clock';
import type { AnnouncementContent, AnnouncementKind, Validity } from '../../contract/announcementContent';

const day = 86_400_000;

/** An announcement of 云岫县, told by how long ago it was made: the demo is as fresh as the day on which it is looked at. */
export interface DemoAnnouncement {
  /** What others of the demo call it by. */
  code: string;
  department: string;
  kind: AnnouncementKind;
  title: string;
  /** HTML, with {y} for the year it was published in, {D+3} for the date three days after that, {d+3} for the same without a year. */
  body: readonly string[];
  summary?: string;
  documentNumber?: string;
  subjectClass?: string;
  validity?: Validity;
  keywords?: string[];
  topics?: string[];
  /** Names of files in demoFiles. */
  attachments?: string[];
  /** Codes of the policy documents it explains. */
  explains?: string[];
  /** Implementation codes. */
  guides?: string[];
  offices?: string[];
  /** Days after publication. */
  shownDays?: [number, number];
  effectiveIn?: number;
  /** How many days ago it was first published; absent while it is being written. */
  daysAgo?: number;
  /** Newest last. `was` turns words of the text into those before this correction. */
  corrections?: { daysAgo: number; reason: string; was?: Record<string, string>; wasFields?: Partial<AnnouncementContent> }[];
  withdrawn?: { daysAgo: number; reason: string };
  archivedDaysAgo?: number;
  state?: 'draft' | 'submitted' | 'returned' | 'scheduled';
  publishInDays?: number;
  returnReason?: string;
}

/** The id of a demo draft: always the same for the same words, so that what was begun is found again. */
export function demoDraftId(words: string): string {
  const hex = createHash('sha256').update(`demo announcement ${words}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export async function readDemoAnnouncements(folder = join(__dirname, 'demoAnnouncements')): Promise<DemoAnnouncement[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return (await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as DemoAnnouncement[]))).flat();
}

/** What must be looked up before it can be written into a text. */
export interface DemoReferences {
  guideId(implementationCode: string): string;
  announcementId(code: string): string;
  attachment(fileName: string): NonNullable<AnnouncementContent['attachments']>[number];
}

/** The newest text of an announcement that was, or is to be, published at `on`. */
export function contentOf(item: DemoAnnouncement, on: Date, references: DemoReferences): AnnouncementContent {
  const isDocument = item.kind === 'policy_document';
  const dateAfter = (days: number): string => dateInShanghai(new Date(on.getTime() + days * day));
  return withoutAbsent({
    kind: item.kind,
    title: fill(item.title, on),
    body: fill(item.body.join(''), on),
    summary: item.summary,
    issuingBody: item.department,
    documentNumber: item.documentNumber === undefined ? undefined : fill(item.documentNumber, on),
    writtenOn: isDocument ? dateAfter(-2) : dateAfter(0),
    subjectClass: item.subjectClass,
    validity: item.validity,
    effectiveOn: item.effectiveIn === undefined ? undefined : dateAfter(item.effectiveIn),
    keywords: item.keywords,
    topics: item.topics?.length === 0 ? undefined : item.topics,
    attachments: item.attachments?.map((name) => references.attachment(name)),
    explainedIds: item.explains?.map((code) => references.announcementId(code)),
    guideIds: item.guides?.map((code) => references.guideId(code)),
    officeCodes: item.offices,
    shownFrom: item.shownDays === undefined ? undefined : dateAfter(item.shownDays[0]),
    shownUntil: item.shownDays === undefined ? undefined : dateAfter(item.shownDays[1]),
  });
}

/** The texts in the order in which they were published: the first version, then what each correction made of it. */
export function versionsOf(item: DemoAnnouncement, newest: AnnouncementContent): AnnouncementContent[] {
  const versions = [newest];
  for (const { was = {}, wasFields = {} } of [...(item.corrections ?? [])].reverse()) {
    const [after = newest] = versions;
    const body = Object.entries(was).reduce((text, [now, before]) => {
      if (!text.includes(now)) throw new Error(`${item.code}: “${now}” is not in the text`);
      return text.replace(now, before);
    }, after.body);
    versions.unshift({ ...after, body, ...wasFields });
  }
  return versions;
}

function fill(text: string, on: Date): string {
  return text
    .replaceAll('{y}', dateInShanghai(on).slice(0, 4))
    .replace(/\{([Dd])([+-]\d+)\}/g, (_, form: string, days: string) => {
      const [year = '', month = '', date = ''] = dateInShanghai(new Date(on.getTime() + Number(days) * day)).split('-');
      const short = `${Number(month)} 月 ${Number(date)} 日`;
      return form === 'D' ? `${year} 年 ${short}` : short;
    });
}

/** Without the fields that were not given: an absent field is none. */
function withoutAbsent(fields: { [Field in keyof AnnouncementContent]: AnnouncementContent[Field] | undefined }): AnnouncementContent {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as AnnouncementContent;
}
