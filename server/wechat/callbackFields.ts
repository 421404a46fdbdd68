import { XMLParser } from 'fast-xml-parser';
import { isRecord } from './reply';

/** A pushed message cannot be read; the message says why and quotes nothing. */
export class CallbackFormatError extends Error {
  override name = 'CallbackFormatError';
}

/** The named values of a pushed message, in XML or JSON alike. Only a document's own names are ever looked up. */
export class CallbackFields {
  constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** A number becomes its digits. @returns undefined for what is absent, empty or not a single value. */
  text(name: string): string | undefined {
    return asText(this.own(name));
  }

  /** An absent group is an empty one. */
  group(name: string): CallbackFields {
    const value = this.own(name);
    return new CallbackFields(isRecord(value) ? value : {});
  }

  /** What repeats: elements of one name in XML, an array in JSON. */
  groups(name: string): CallbackFields[] {
    const value = this.own(name);
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.filter(isRecord).map((each) => new CallbackFields(each));
  }

  private own(name: string): unknown {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }
}

// Values stay text: MsgId has 64 bits. Entities stay as they are, since WeChat puts texts into CDATA and an expansion
// only serves attackers. Five levels are two more than the deepest message has.
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false, maxNestedTags: 5 });

/**
 * Reads XML or JSON, which its first character tells apart: a mini-program's owner may choose either, and content
 * types are not dependable.
 *
 * @throws CallbackFormatError
 */
export function readCallbackFields(text: string): CallbackFields {
  const trimmed = text.trim();
  const document = trimmed.startsWith('{') ? parseJson(trimmed) : parseXml(trimmed);
  if (!isRecord(document)) throw new CallbackFormatError('neither an <xml> document nor a JSON object');
  return new CallbackFields(document);
}

function parseXml(text: string): unknown {
  // WeChat sends the bare root; whoever brings a declaration of types or entities wants something else.
  if (!text.startsWith('<xml>')) throw new CallbackFormatError('the document does not begin with <xml>');
  try {
    const document: unknown = parser.parse(text, true);
    return isRecord(document) && Object.hasOwn(document, 'xml') ? document['xml'] : undefined;
  } catch {
    throw new CallbackFormatError('the XML is not well-formed');
  }
}

/** Matches texts first, so that digits inside them are never taken for numbers. */
const textsAndNumbers = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** More digits than JavaScript's numbers keep exactly. */
const longWholeNumber = /^-?\d{16,}$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(textsAndNumbers, (token) => (longWholeNumber.test(token) ? `"${token}"` : token)));
  } catch {
    throw new CallbackFormatError('the JSON is not well-formed');
  }
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') return undefined;
  // PostgreSQL keeps no NUL, and UTF-8 no half of a surrogate pair.
  return value.replaceAll('\0', '').toWellFormed();
}
