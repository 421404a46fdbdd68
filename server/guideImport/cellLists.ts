import type { HandlingResult, LegalBasis, RequiredMaterial } from '../contract/guideContent';

const waived = /[（(]免提交[）)]$/u;
/** 1. 1、 （1） ① before an item; not the 2 of 2寸照片. */
const numbering = /^(?:[（(]\d{1,2}[)）]|\d{1,2}(?:[.．](?!\d)|[、)）])|[①-⑳])\s*/u;

/** The items of a cell: one a line, or between ； where there is only one line; numbering is dropped. */
function itemsOf(text: string): string[] {
  const parts = /\n/u.test(text) ? text.split(/\n+/u) : text.split(/[；;]+/u);
  return parts.map((part) => part.trim().replace(numbering, '').replace(/[；;。]+$/u, '').trim()).filter((part) => part !== '');
}

/**
 * Materials written in one cell. After ｜ (or |) stands the note; a trailing （免提交） means that it need not be brought.
 */
export function parseRequiredMaterials(text: string): RequiredMaterial[] {
  return itemsOf(text).flatMap((item) => {
    const isWaived = waived.test(item);
    const rest = isWaived ? item.replace(waived, '').trim() : item;
    const [name = '', ...notes] = rest.split(/[｜|]/u).map((piece) => piece.trim());
    const note = notes.filter((piece) => piece !== '').join('，');
    return name === '' ? [] : [{ name, ...(note === '' ? {} : { note }), isWaived }];
  });
}

/** Legal bases written in one cell, each by its name; nobody has verified them. */
export function parseLegalBases(text: string): LegalBasis[] {
  return itemsOf(text).map((law) => ({ law, isVerified: false }));
}

export function parseResults(text: string): HandlingResult[] {
  return itemsOf(text).map((name) => ({ name }));
}
