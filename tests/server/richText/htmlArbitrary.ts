import fc from 'fast-check';
import { xssVectors } from './xssVectors';

const fileAddress = `file:${'0a'.repeat(32)}`;
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('　　各镇人民政府', '\n', ' ', '&nbsp;&nbsp;', '一、', '通知\n事项', '&lt;b&gt;', '&amp;', '"', '<', '>', '\u3000', 'abc', '&#13;', '&#xd800;', '😀'),
);
const tag = fc.constantFrom(...'p h1 h2 h3 h5 ul ol li table thead tbody tr th td strong b em u a blockquote span div font o:p center caption br img form svg style script textarea title dl dd section pre x-y option noscript'.split(' '));
const attribute = fc.constantFrom(
  '', '', ' href="https://a.example/?a=1&b=2"', ' href="mailto:a@b.example"', ' href=javascript:x', ` src="${fileAddress}" alt="图 &quot;一&quot;"`, ' src=x',
  ' style="mso-list:Ignore"', ' style="display:none"', ' style="color:red"', ' onclick=x', ' colspan=3', ' rowspan=77', ' start=3', ' value=9', ' type=A', ' reversed', ' hidden', ' class="a',
);
const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(tag, attribute).map(([name, written]) => `<${name}${written}>`) },
  { weight: 3, arbitrary: tag.map((name) => `</${name}>`) },
  { weight: 3, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(...xssVectors) },
);

/** Soup: tags opened and closed anyhow, with hostile pieces in between. */
export const htmlSoup = fc.array(fragment, { maxLength: 40 }).map((pieces) => pieces.join(''));
