import { XMLParser } from 'fast-xml-parser';

/** The fields of a pushed message in their order: text in CDATA, numbers bare. */
export type MessageFields = Readonly<Record<string, string | number | bigint>>;

export function toXml(fields: MessageFields): string {
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${typeof value === 'string' ? toCdata(value) : value.toString()}</${name}>`);
  return `<xml>${elements.join('')}</xml>`;
}

/** MsgId is beyond what a JSON number keeps exactly in JavaScript, so it is written out by hand. */
export function toJson(fields: MessageFields): string {
  const members = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}:${typeof value === 'bigint' ? value.toString() : JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}

/** `]]>` would end the section, so it is cut in two. */
function toCdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

const parser = new XMLParser({ parseTagValue: false, processEntities: false });

/** @returns the children of `<xml>` as text, or undefined when it is no such document. */
export function parseXml(text: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = parser.parse(text, true);
    return isRecord(document) && isRecord(document['xml']) ? document['xml'] : undefined;
  } catch {
    // A malformed answer is an ordinary finding here: the caller reports it.
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
