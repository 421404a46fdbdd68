import { announcementFields, type AnnouncementContent } from '../../contract/announcementContent';
import type { FieldDifference, ParagraphDifference } from '../../contract/announcementDrafts';
import { toPlainText } from '../../richText/plainText';
import { describeField, fieldLabel, type ReferredNames } from '../contentWords';
import { findDifferences, type Stretch } from './differences';

/** Fields in the order of the contract whose words differ; the body stands in its paragraphs. */
export function compareFields(before: AnnouncementContent | null, after: AnnouncementContent, names: ReferredNames): FieldDifference[] {
  return (Object.keys(announcementFields) as (keyof AnnouncementContent)[])
    .filter((field) => field !== 'body')
    .map((field) => ({ field, label: fieldLabel(field), before: before === null ? null : describeField(before, field, names), after: describeField(after, field, names) }))
    .filter((difference) => difference.before !== difference.after);
}

/** Paragraph by paragraph; one that was changed rather than replaced in pieces of characters. */
export function compareBodies(before: string, after: string): ParagraphDifference[] {
  const stretches = findDifferences(paragraphs(before), paragraphs(after));
  const result: ParagraphDifference[] = [];
  for (let index = 0; index < stretches.length; index += 1) {
    const [stretch, next] = [stretches[index], stretches[index + 1]];
    if (stretch === undefined) break;
    if (next !== undefined && stretch.kind !== 'same' && next.kind !== 'same') {
      const [removed, added] = stretch.kind === 'removed' ? [stretch.items, next.items] : [next.items, stretch.items];
      result.push(...pairUp(removed, added));
      index += 1;
    } else result.push(...stretch.items.map((text) => whole(stretch.kind, text)));
  }
  return result;
}

const paragraphs = (html: string): string[] => {
  const text = toPlainText(html);
  return text === '' ? [] : text.split('\n');
};

const whole = (kind: Stretch<string>['kind'], text: string): ParagraphDifference => ({ kind, pieces: [{ kind, text }] });

/** Below this share of kept characters two paragraphs have nothing to do with each other. */
const kinship = 0.4;
const mostCharacterChanges = 400;

function pairUp(removed: readonly string[], added: readonly string[]): ParagraphDifference[] {
  const result: ParagraphDifference[] = [];
  const rest = [...added];
  for (const old of removed) {
    const [candidate] = rest;
    const pieces = candidate === undefined ? undefined : comparePieces(old, candidate);
    if (pieces === undefined) result.push(whole('removed', old));
    else {
      rest.shift();
      result.push({ kind: 'changed', pieces });
    }
  }
  return [...result, ...rest.map((text) => whole('added', text))];
}

function comparePieces(before: string, after: string): ParagraphDifference['pieces'] | undefined {
  const [old, fresh] = [[...before], [...after]];
  const stretches = findDifferences(old, fresh, mostCharacterChanges);
  const kept = stretches.filter(({ kind }) => kind === 'same').reduce((sum, { items }) => sum + items.length, 0);
  if (kept < kinship * Math.max(old.length, fresh.length)) return undefined;
  return stretches.map(({ kind, items }) => ({ kind, text: items.join('') }));
}
