const digits = '〇一二三四五六七八九';
const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

/** 12 → 十二, 105 → 一百〇五; Arabic digits from 1,000 on. */
export function chineseNumber(value: number): string {
  if (value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const digit = (index: number): string => digits.charAt(index);
  const tensText = tens === 0 ? (hundreds > 0 && ones > 0 ? '〇' : '') : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ''}${tensText}${ones > 0 ? digit(ones) : ''}`;
}

function romanNumber(value: number): string {
  let rest = value;
  let text = '';
  if (value > 3_999) return String(value);
  for (const [worth, letters] of roman) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

/** 1 → a, 26 → z, 27 → aa, 28 → bb, as Word counts. */
function letterNumber(value: number): string {
  return value > 520 ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** ① to ⑳; further up there are other characters that many fonts lack. */
const circled = (value: number): string => (value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value));

const fullWidth = (value: number): string => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

/** `format` is a name of WordprocessingML (ST_NumberFormat) or a CSS list style; decimal digits for what is not known. */
export function numberText(value: number, format: string): string {
  if (!Number.isSafeInteger(value) || value < 1) return String(value);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
      return chineseNumber(value);
    case 'lowerRoman':
    case 'i':
      return romanNumber(value);
    case 'upperRoman':
    case 'I':
      return romanNumber(value).toUpperCase();
    case 'lowerLetter':
    case 'a':
      return letterNumber(value);
    case 'upperLetter':
    case 'A':
      return letterNumber(value).toUpperCase();
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidth(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}
