import type { ParagraphFacts } from './documentFacts';
import { readDocumentNumber, readIssuer, readWrittenOn } from './noticeFields';

export type Role = 'text' | 'heading2' | 'heading3' | 'heading4' | 'bullet0' | 'bullet1' | 'bullet2' | 'field';

/** Guesses for the person who publishes to confirm; absent where nothing looks like it. */
export interface NoticeFields {
  title?: string;
  /** 发文字号, with the brackets 〔〕. */
  documentNumber?: string;
  /** 发文机关 */
  issuingBody?: string;
  /** 成文日期, YYYY-MM-DD. */
  writtenOn?: string;
}

/** Paragraphs with text that may be the head of a notice. */
const longestHead = 15;
/** Half points; a title is set in 二号 (44), hardly ever below 小三 (30). */
const titleSize = 30;
const longestHeading = 80;
const numerals = '[一二三四五六七八九十百〇○零]+';
const firstOrder = new RegExp(`^${numerals}、`);
const secondOrder = new RegExp(`^[（(]${numerals}[)）]`);
const thirdOrder = /^\d{1,2}[.．、]/;
const boldFont = /黑体|simhei|heiti|hei$/i;
const scriptFont = /楷|kai/i;

/** Says what each paragraph is, by its style or else by how notices are set, and takes the head's lines for fields. */
export function assignRoles(paragraphs: readonly ParagraphFacts[]): { roles: Role[]; fields: NoticeFields } {
  const roles = paragraphs.map(roleOf);
  const fields: NoticeFields = {};
  const written = paragraphs.map((facts, index) => ({ facts, index, text: tidy(facts.text) })).filter(({ facts, text }) => facts.isInBody && text !== '');
  const take = (index: number): void => {
    if (paragraphs[index]?.hasPicture === false) roles[index] = 'field';
  };
  const head = written.slice(0, longestHead);
  for (const { facts, index, text } of head) {
    const number = readDocumentNumber(text);
    if (number !== undefined && fields.documentNumber === undefined) {
      fields.documentNumber = number.documentNumber;
      if (number.isWholeLine) take(index);
    } else if (facts.isRed && facts.isCentred && fields.issuingBody === undefined && text.length <= 40) {
      const body = text.replace(/\s/g, '').replace(/文件$/, '');
      if (body === '') continue;
      fields.issuingBody = body;
      take(index);
    }
  }
  const title = findTitle(head.filter(({ index }) => roles[index] !== 'field'));
  if (title.length > 0) {
    fields.title = title.map(({ text }) => text.replace(/\n/g, '')).join('');
    for (const { index } of title) take(index);
  }
  const tail = written.slice(title.length).slice(-12).flatMap(({ text }) => text.split('\n'));
  const date = tail.findLastIndex((line) => readWrittenOn(line) !== undefined);
  const writtenOn = readWrittenOn(tail[date] ?? '');
  const signer = readIssuer(tail[date - 1] ?? '');
  if (writtenOn !== undefined) fields.writtenOn = writtenOn;
  if (signer !== undefined) fields.issuingBody ??= signer;
  return { roles, fields };
}

function tidy(text: string): string {
  return text.replace(/[ \t\u00a0\u3000]+/g, ' ').replace(/ ?\n ?/g, '\n').trim();
}

type Written = { facts: ParagraphFacts; index: number; text: string };

/** The first large centred line, and those below it that go on in the same size. */
function findTitle(head: readonly Written[]): Written[] {
  const isTitle = ({ facts: { isCentred, halfPoints, isRed, styleName, label, isBold }, text }: Written): boolean =>
    !isRed && label === undefined && text.length <= 120 && (styleName === 'title' || (isCentred && (halfPoints >= titleSize || isBold || /^heading/.test(styleName))));
  const first = head.findIndex(isTitle);
  const start = head[first];
  // Body text before it: then it is a heading of something inside.
  if (start === undefined || head.slice(0, first).some(({ text }) => text.length > 60)) return [];
  const end = head.findIndex((line, index) => index > first && !(isTitle(line) && line.facts.halfPoints === start.facts.halfPoints));
  return head.slice(first, Math.min(end < 0 ? head.length : end, first + 4));
}

function roleOf(facts: ParagraphFacts): Role {
  const { label, outlineLevel, styleName, isInBody, font, isBold } = facts;
  if (label?.type === 'bullet') return label.level === 0 ? 'bullet0' : label.level === 1 ? 'bullet1' : 'bullet2';
  if (!isInBody) return 'text';
  const styled = outlineLevel ?? (/^heading [1-9]$/.test(styleName) ? Number(styleName.slice(8)) - 1 : undefined);
  const text = (label?.text ?? '') + tidy(facts.text);
  if (text.trim() === '' || text.length > longestHeading) return 'text';
  if (styled !== undefined && styled < 9) return styled === 0 ? 'heading2' : styled === 1 ? 'heading3' : 'heading4';
  if (firstOrder.test(text) && (boldFont.test(font) || isBold)) return 'heading2';
  if (secondOrder.test(text) && (scriptFont.test(font) || isBold)) return 'heading3';
  return thirdOrder.test(text) && isBold ? 'heading4' : 'text';
}
