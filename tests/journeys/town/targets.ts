import { unfold, type AppPage } from './pages';
import type { Visit } from './visit';

/**
 * What can be tapped on these pages and is smaller than `least` CSS pixels in width or height.
 * @returns one line each, naming the first page it stands on
 */
export const targetsBelow = async (least: number, visit: Visit, pages: readonly AppPage[]): Promise<string[]> => {
  const found = new Map<string, string>();
  for (const { name, path } of pages) {
    await visit.open(path);
    await unfold(visit);
    const small = await visit.page.evaluate((limit) => {
      const targets = Array.from(document.querySelectorAll<HTMLElement>('a[href], button, input, select, [role=button], [role=checkbox], [role=switch]'));
      return targets
        .filter((target) => target.checkVisibility())
        .map((target) => ({ words: target.innerText || target.ariaLabel || target.tagName, box: target.getBoundingClientRect() }))
        // A part of a pixel is a matter of rounding.
        .filter(({ box }) => box.width + 0.5 < limit || box.height + 0.5 < limit)
        .map(({ words, box }) => `${words.trim().replace(/\s+/g, ' ')}: ${Math.round(box.width)} × ${Math.round(box.height)}`);
    }, least);
    for (const line of small) if (!found.has(line)) found.set(line, name);
  }
  return [...found].map(([line, name]) => `${line} (${name})`);
};
