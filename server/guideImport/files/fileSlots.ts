import { NamedFile } from '../values/fileValue';

/** Where a guide has files: a field of its own, or a key of the items of a list. */
const slots: readonly { field: string; key?: string }[] = [
  { field: 'processPicture' },
  { field: 'requiredMaterials', key: 'blankForm' },
  { field: 'requiredMaterials', key: 'filledSample' },
  { field: 'results', key: 'sample' },
];

export interface FileSlot {
  /** `requiredMaterials.blankForm` */
  name: string;
  value: unknown;
  replace(file: unknown): void;
}

/** Every file of a content that has any, stored (`GuideFile`) or only named. */
export function* fileSlots(content: Record<string, unknown>): Generator<FileSlot> {
  for (const { field, key } of slots) {
    const value = content[field];
    if (key === undefined) {
      if (isFile(value)) yield { name: field, value, replace: (file) => void (content[field] = file) };
      continue;
    }
    if (!Array.isArray(value)) continue;
    for (const item of value as unknown[]) {
      const holder = item as Record<string, unknown>;
      const file = holder[key];
      if (isFile(file)) yield { name: `${field}.${key}`, value: file, replace: (replacement) => void (holder[key] = replacement) };
    }
  }
}

export function namesFile(content: Record<string, unknown>): boolean {
  for (const { value } of fileSlots(content)) if (value instanceof NamedFile) return true;
  return false;
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
