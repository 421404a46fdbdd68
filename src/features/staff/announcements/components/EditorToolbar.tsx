import { useRef, type KeyboardEvent } from 'react';
import type { CommandName, EditorLook } from '../richText/commands';

interface EditorToolbarProps {
  look: EditorLook;
  onRun: (name: CommandName) => void;
  onLink: () => void;
  onPicture: () => void;
  onDocument: () => void;
  isImporting: boolean;
}

interface Tool {
  name: CommandName;
  label: string;
  keys?: string;
  sign?: string;
}

const looks: Tool[] = [
  { name: 'strong', label: '加粗', keys: 'Ctrl+B' },
  { name: 'em', label: '斜体', keys: 'Ctrl+I' },
  { name: 'u', label: '下划线', keys: 'Ctrl+U' },
  { name: 'clearLook', label: '清除格式' },
];
const blocks: Tool[] = [
  { name: 'bulletList', label: '项目符号' },
  { name: 'orderedList', label: '编号' },
  { name: 'deeper', label: '列表降一级', keys: 'Ctrl+]' },
  { name: 'shallower', label: '列表升一级', keys: 'Ctrl+[' },
  { name: 'quote', label: '引用' },
];
const steps: Tool[] = [
  { name: 'undo', label: '撤销', keys: 'Ctrl+Z' },
  { name: 'redo', label: '重做', keys: 'Ctrl+Y' },
];
const tableTools: Tool[] = [
  { name: 'rowAbove', label: '上方加行' },
  { name: 'rowBelow', label: '下方加行' },
  { name: 'columnLeft', label: '左侧加列' },
  { name: 'columnRight', label: '右侧加列' },
  { name: 'deleteRow', label: '删除行' },
  { name: 'deleteColumn', label: '删除列' },
  { name: 'mergeCells', label: '合并单元格' },
  { name: 'splitCell', label: '拆分单元格' },
  { name: 'toggleHead', label: '首行作表头' },
  { name: 'deleteTable', label: '删除表格' },
];
const blockKinds = [
  { name: 'paragraph', label: '正文' },
  { name: 'heading2', label: '一级标题' },
  { name: 'heading3', label: '二级标题' },
  { name: 'heading4', label: '三级标题' },
] as const;

/** Words instead of signs: whoever writes two announcements a month need not learn them. Arrow keys go from tool to tool. */
export const EditorToolbar = ({ look, onRun, onLink, onPicture, onDocument, isImporting }: EditorToolbarProps) => {
  const bar = useRef<HTMLDivElement>(null);
  const steer = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || event.target instanceof HTMLSelectElement) return;
    const stops = Array.from(bar.current?.querySelectorAll<HTMLElement>('button, select') ?? []);
    const at = stops.indexOf(event.target as HTMLElement);
    event.preventDefault();
    stops[(at + step + stops.length) % stops.length]?.focus();
  };
  const tool = ({ name, label, keys }: Tool) => (
    <button
      key={name}
      type="button"
      className={`tool ${look.active.has(name) ? 'is-chosen' : ''}`}
      title={keys === undefined ? label : `${label}（${keys}）`}
      aria-pressed={/strong|^em$|^u$|List|quote/.test(name) ? look.active.has(name) : undefined}
      aria-disabled={!look.possible.has(name) || undefined}
      // The selection in the text stays while a tool is pressed with the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onRun(name)}
    >
      {label}
    </button>
  );
  const act = (label: string, onPress: () => void) => (
    <button type="button" className="tool" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      {label}
    </button>
  );
  return (
    <div className="toolbar" role="toolbar" aria-label="正文格式" ref={bar} onKeyDown={steer}>
      <div className="tools">
        <select className="tool" aria-label="段落类型" value={look.block} onChange={(event) => onRun(event.target.value as CommandName)}>
          {blockKinds.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
        {looks.map(tool)}
        {blocks.map(tool)}
        {act(look.href === null ? '链接' : '改链接', onLink)}
        {act(look.alt === null ? '图片' : '图片说明', onPicture)}
        {tool({ name: 'insertTable', label: '表格' })}
        {steps.map(tool)}
        {act(isImporting ? '正在读取文档' : '导入 Word 文档', onDocument)}
      </div>
      {look.isInTable ? <div className="tools is-below">{tableTools.map(tool)}</div> : null}
    </div>
  );
};
