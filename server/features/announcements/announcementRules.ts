import type { AnnouncementContent } from '../../contract/announcementContent';

const shanghaiOffset = '+08:00';

/** The instants between which it was this year for people. */
export function yearInShanghai(year: number): { from: Date; until: Date } {
  return { from: new Date(`${year}-01-01T00:00:00${shanghaiOffset}`), until: new Date(`${year + 1}-01-01T00:00:00${shanghaiOffset}`) };
}

/** What is left to read after a withdrawal: which announcement it was, and nothing that it said. */
export function withdrawnContent({ kind, title, indexNumber, issuingBody, documentNumber, writtenOn }: AnnouncementContent): AnnouncementContent {
  return {
    kind,
    title,
    body: '',
    ...(indexNumber === undefined ? {} : { indexNumber }),
    ...(issuingBody === undefined ? {} : { issuingBody }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(writtenOn === undefined ? {} : { writtenOn }),
  };
}
