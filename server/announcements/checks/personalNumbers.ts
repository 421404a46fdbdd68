import type { Check } from './checkContent';
import { fault } from './finding';

export interface FoundNumber {
  kind: 'id_number' | 'bank_card' | 'mobile_number';
  /** With its middle hidden. */
  masked: string;
}

const fullWidth = /[\uff10-\uff19\uff38\uff58]/gu;
const plain = (text: string): string => text.replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
/** Digits written in groups as one number. */
const joined = (text: string): string => text.replace(/(?<=\d)[ \u00a0\u3000-](?=[\dXx])/gu, '');

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** 18 characters with a day of birth that exists and the right last one (GB 11643). */
export function isIdNumber(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^\d{6}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text) ?? [];
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === '' || born.getUTCMonth() !== Number(month) - 1 || born.getUTCDate() !== Number(day)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** A card's number as banks give them out in China, with the right last digit. */
export function isBankCard(digits: string): boolean {
  if (!/^(62\d{14,17}|9558\d{12,15}|4\d{15}|5[1-5]\d{14})$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const contactLine = /联系|电话|咨询|热线|手机|值班|监督|举报|投诉|报名|微信/u;

/**
 * Numbers of people in a line of text. A mobile number that stands alone in a line that offers it for calling is meant to be public;
 * one in a list of people is not.
 */
export function findPersonalNumbers(line: string): FoundNumber[] {
  const found = new Map<string, FoundNumber>();
  const add = (kind: FoundNumber['kind'], number: string): void => void found.set(number, { kind, masked: `${number.slice(0, kind === 'mobile_number' ? 3 : 4)}****${number.slice(-4)}` });
  // As written and with groups joined: joining can also run two numbers into one.
  for (const text of [plain(line), joined(plain(line))]) {
    for (const [number] of text.matchAll(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu)) if (isIdNumber(number)) add('id_number', number);
    for (const [number] of text.matchAll(/(?<![\dA-Za-z])\d{16,19}(?![\dA-Za-z])/gu)) if (!isIdNumber(number) && isBankCard(number)) add('bank_card', number);
  }
  const mobiles = [...plain(line).matchAll(/(?<!\d)(?:\+?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/gu)].map(([, number = '']) => number.replace(/[ -]/gu, ''));
  if (mobiles.length > 1 || !contactLine.test(line)) for (const number of mobiles) add('mobile_number', number);
  return [...found.values()];
}

const sentences: Readonly<Record<FoundNumber['kind'], string>> = {
  id_number: '有完整的身份证号，不能公开。请删去，或把中间 8 位换成星号。',
  bank_card: '有完整的银行卡号，不能公开。请删去，或只留最后 4 位。',
  mobile_number: '有个人的手机号码，不能公开。请删去，或把中间 4 位换成星号；对外的联系电话请单独写一行，例如“联系电话：……”。',
};

export const checkPersonalNumbers: Check = (_content, _facts, texts) =>
  texts.flatMap(({ field, lines }) => lines.flatMap(findPersonalNumbers).map(({ kind, masked }) => fault(kind, field, sentences[kind], masked)));
