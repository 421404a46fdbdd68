import fc from 'fast-check';

const picture = `<img src="file:${'0a'.repeat(32)}" alt="大厅 &quot;照片&quot;">`;
const words = fc.constantFrom('关于2026年春季', '各镇人民政府', ' ', 'GB/T 9704', '&lt;办法&gt;', '&amp;', '一、', '😀', '　', '，');
const inlineLeaf = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom('<br>', picture) });
const marked = fc
  .tuple(fc.constantFrom('', '', 'strong', 'em', 'u', 'a'), fc.array(inlineLeaf, { minLength: 1, maxLength: 3 }))
  .map(([tag, leaves]) => (tag === '' ? leaves.join('') : `<${tag}${tag === 'a' ? ' href="https://gov.example/?a=1&amp;b=2"' : ''}>${leaves.join('')}</${tag}>`));
const inline = fc.array(marked, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

/** Rich text as people write it: every block in every other, tables with heads and merged cells, empty cells, pictures. */
export const wellMadeHtml = fc.letrec<{ block: string; blocks: string; list: string; table: string; cell: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom('p', 'p', 'h2', 'h3', 'h4'), inline).map(([tag, text]) => `<${tag}>${text}</${tag}>`) },
    { weight: 1, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('table') },
    { weight: 1, arbitrary: tie('blocks').map((blocks) => `<blockquote>${blocks}</blockquote>`) },
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('')),
  list: fc.tuple(fc.constantFrom('ul', 'ol'), fc.array(tie('blocks'), { minLength: 1, maxLength: 3 })).map(([tag, items]) => `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`),
  table: fc
    .tuple(fc.boolean(), fc.array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }))
    .map(([hasHead, rows]) => {
      const written = rows.map((cells) => `<tr>${cells.join('')}</tr>`);
      return `<table>${hasHead ? `<thead>${written[0] ?? ''}</thead><tbody>${written.slice(1).join('')}</tbody>` : `<tbody>${written.join('')}</tbody>`}</table>`;
    }),
  cell: fc
    .tuple(fc.constantFrom('td', 'th'), fc.constantFrom('', '', ' colspan="2"', ' rowspan="2"'), fc.option(tie('blocks'), { nil: '' }))
    .map(([tag, span, content]) => `<${tag}${span}>${content}</${tag}>`),
})).blocks;
