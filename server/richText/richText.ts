import type { BlockTag, Mark } from './whitelist';

/** A run of text, a line break or a picture, and how it looks. */
export interface Leaf {
  content: { type: 'text'; text: string } | { type: 'break' } | { type: 'picture'; source: string; alt: string };
  marks: ReadonlySet<Mark>;
  link: string | undefined;
}

export interface Paragraph {
  type: 'paragraph';
  tag: BlockTag;
  leaves: Leaf[];
}

export interface List {
  type: 'list';
  tag: 'ul' | 'ol';
  items: Block[][];
}

export interface Cell {
  tag: 'th' | 'td';
  columns: number;
  rows: number;
  blocks: Block[];
}

export interface Table {
  type: 'table';
  head: Cell[][];
  body: Cell[][];
}

export interface Quote {
  type: 'quote';
  blocks: Block[];
}

export type Block = Paragraph | List | Table | Quote;

/** What was taken away; each has a sentence in `removalLabels`. */
export type Removal = 'script' | 'embedded' | 'control' | 'event_handler' | 'link' | 'picture' | 'comment' | 'hidden' | 'unknown_tag';

export const removalLabels: Record<Removal, string> = {
  script: '脚本和样式代码',
  embedded: '嵌入的网页、视频或图形',
  control: '按钮、输入框等表单控件',
  event_handler: '点击时运行的代码',
  link: '不允许的链接地址（只保留 https、邮箱和电话），文字已保留',
  picture: '不在本系统里的图片，请下载后重新上传',
  comment: '隐藏的注释',
  hidden: '设为隐藏的文字',
  unknown_tag: '不认识的标记，文字已保留',
};
