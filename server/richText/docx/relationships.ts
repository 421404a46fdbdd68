import { posix } from 'node:path';
import { readXml } from './readXml';

export interface Relationship {
  id: string;
  /** The last part of the type's address: `image`, `hyperlink`, `styles`. */
  kind: string;
  type: string;
  /** A part's name without a leading slash, or an address outside the document. */
  target: string;
  isExternal: boolean;
}

/** The relationships of `part` (empty: of the whole document). @throws RichTextError as readXml. */
export async function readRelationships(bytes: Uint8Array, part: string): Promise<Relationship[]> {
  const found: Relationship[] = [];
  await readXml(bytes, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship') return;
      const isExternal = mode === 'External' || /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(target);
      found.push({ id, type, kind: type.slice(type.lastIndexOf('/') + 1), isExternal, target: isExternal ? target : partName(part, target) });
    },
  });
  return found;
}

export function relationshipsPart(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Ways upwards end at the document's own top. */
function partName(from: string, target: string): string {
  return posix.join('/', target.startsWith('/') ? '' : posix.dirname(from), target).slice(1);
}
