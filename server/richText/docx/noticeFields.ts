/** 云政办发〔2026〕12号, alone or with the signer beside it; not one that the text refers to. */
const documentNumber = /^([\p{Script=Han}A-Za-z]{1,16})\s*[〔[［【（(]\s*((?:19|20)\d{2})\s*[〕\]］】）)]\s*(?:第\s*)?(\d{1,5})\s*号(\s*签发人\s*[:：].*)?$/u;
const chineseDigits = '〇一二三四五六七八九';
const date = /^((?:19|20)\d{2}|[一二][〇一二三四五六七八九]{3})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日$/;
const issuer = /(?:人民政府|办公室|委员会|指挥部|领导小组|法院|检察院|[局厅部委办院所队站社会处科])(?:（代章）)?$/;

/** Full-width digits as plain ones, the ways of writing 〇 as one, blanks gone. */
function plain(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○Ｏ零◯]/g, '〇')
    .replace(/\s/g, '');
}

export function readDocumentNumber(line: string): { documentNumber: string; isWholeLine: boolean } | undefined {
  const match = documentNumber.exec(line.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim());
  if (match === null) return undefined;
  const [, agency = '', year = '', number = '', signer] = match;
  return { documentNumber: `${agency}〔${year}〕${Number(number)}号`, isWholeLine: signer === undefined };
}

/** YYYY-MM-DD of a line that is nothing but a date, in Arabic or Chinese digits; undefined also for one that does not exist. */
export function readWrittenOn(line: string): string | undefined {
  const [, year = '', month = '', day = ''] = date.exec(plain(line)) ?? [];
  if (year === '') return undefined;
  const numbers = [/^\d/.test(year) ? Number(year) : Number([...year].map((digit) => chineseDigits.indexOf(digit)).join('')), smallNumber(month), smallNumber(day)];
  const [y = 0, m = 0, d = 0] = numbers;
  const asDate = new Date(Date.UTC(y, m - 1, d));
  if (asDate.getUTCMonth() !== m - 1 || asDate.getUTCDate() !== d) return undefined;
  return asDate.toISOString().slice(0, 10);
}

/** 十一 → 11, 二十 → 20, 3 → 3; NaN for what is no number. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^([二三]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  const [, tens = '', ten = '', ones = ''] = match ?? [];
  if (match === null || text === '' || (tens !== '' && ten === '' && ones !== '')) return Number.NaN;
  if (ten === '') return chineseDigits.indexOf(tens === '' ? ones : tens);
  return (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === '' ? 0 : chineseDigits.indexOf(ones));
}

/** The body that signs above the date. */
export function readIssuer(line: string): string | undefined {
  const name = line.replace(/\s/g, '');
  return name.length <= 40 && /^[\p{Script=Han}（）()、]+$/u.test(name) && issuer.test(name) ? name.replace(/（代章）$/, '') : undefined;
}
