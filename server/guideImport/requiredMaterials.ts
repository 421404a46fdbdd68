import type { RequiredMaterial } from '../contract/serviceGuides';

export const mostMaterials = 200;
const waived = /[（(]免提交[）)]$/u;
/** 1. 1、 （1） ① before a material; not the 2 of 2寸照片. */
const numbering = /^(?:[（(]\d{1,2}[)）]|\d{1,2}(?:[.．](?!\d)|[、)）])|[①-⑳])\s*/u;

/**
 * Materials written in one cell: one a line, or between ； where there is only one line; numbering is dropped.
 * After ｜ (or |) stands the note; a trailing （免提交） means that it need not be brought.
 */
export function parseRequiredMaterials(text: string): RequiredMaterial[] {
  const parts = /\n/u.test(text) ? text.split(/\n+/u) : text.split(/[；;]+/u);
  return parts.flatMap((part) => {
    let rest = part.trim().replace(numbering, '').replace(/[；;。]+$/u, '').trim();
    const isWaived = waived.test(rest);
    if (isWaived) rest = rest.replace(waived, '').trim();
    const [name = '', ...notes] = rest.split(/[｜|]/u).map((piece) => piece.trim());
    const note = notes.filter((piece) => piece !== '').join('，');
    return name === '' ? [] : [{ name, note: note === '' ? null : note, isWaived }];
  });
}

/** A list of a JSON file: strings as in a cell's lines, or objects `{name, note?, isWaived?}`. */
export function readMaterialList(list: readonly unknown[]): RequiredMaterial[] | undefined {
  const materials: RequiredMaterial[] = [];
  for (const item of list) {
    if (typeof item === 'string') {
      materials.push(...parseRequiredMaterials(`${item}\n`));
      continue;
    }
    if (typeof item !== 'object' || item === null) return undefined;
    const { name, note = null, isWaived = false } = item as { name?: unknown; note?: unknown; isWaived?: unknown };
    if (typeof name !== 'string' || name.trim() === '' || typeof isWaived !== 'boolean') return undefined;
    if (note !== null && typeof note !== 'string') return undefined;
    const trimmed = note?.trim() ?? '';
    materials.push({ name: name.trim(), note: trimmed === '' ? null : trimmed, isWaived });
  }
  return materials;
}
