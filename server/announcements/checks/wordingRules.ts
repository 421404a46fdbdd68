import type { Check } from './checkContent';
import { around, fault } from './finding';

/** Within a document's title, and after 原, an old name is right. */
const quoted = /《[^》]*》/gu;

/** Places of a wrong name that are no part of the right one, of a quoted title, or called former. */
export function wrongNamePlaces(line: string, { wrong, right }: { wrong: string; right: string }): number[] {
  const titles = [...line.matchAll(quoted)].map((match) => [match.index, match.index + match[0].length] as const);
  const offset = right.indexOf(wrong);
  const places: number[] = [];
  for (let at = line.indexOf(wrong); at >= 0; at = line.indexOf(wrong, at + wrong.length)) {
    const isQuoted = titles.some(([from, to]) => at >= from && at < to);
    const isRight = offset >= 0 && at >= offset && line.startsWith(right, at - offset);
    const isFormer = /原[\p{Script=Han}]{0,8}$/u.test(line.slice(Math.max(0, at - 9), at));
    if (!isQuoted && !isRight && !isFormer) places.push(at);
  }
  return places;
}

export const checkWording: Check = (_content, { bodyNames }, texts) =>
  texts.flatMap(({ field, lines }) =>
    lines.flatMap((line) =>
      bodyNames.flatMap((name) =>
        wrongNamePlaces(line, name).map((at) => fault('body_name_wrong', field, `“${name.wrong}”应写作“${name.right}”；说的是从前的机构时，请在前面加“原”字。`, around(line, at, name.wrong.length))),
      ),
    ),
  );
