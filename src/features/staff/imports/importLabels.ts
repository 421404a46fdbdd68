import type { GuideImport, GuideImportStatus, ImportRowKind } from '../../../../server/contract/guideImports';

export const statusLabels: Record<GuideImportStatus, string> = {
  previewing: '正在核对',
  previewed: '等您确认',
  submitted: '等审核',
  applying: '正在写入',
  applied: '已导入',
  unreadable: '文件读不出',
  failed: '没有完成',
  cancelled: '已取消',
};

export const kindLabels: Record<ImportRowKind, string> = { added: '新增', changed: '修改', cancelled: '取消事项', unchanged: '不变', refused: '不能导入' };

export const kinds = Object.keys(kindLabels) as ImportRowKind[];

/** 新增 2，修改 1，不变 30 */
export const countsOf = ({ counts }: GuideImport): string =>
  counts === null ? '' : kinds.filter((kind) => counts[kind] > 0).map((kind) => `${kindLabels[kind]} ${counts[kind]}`).join('，');

/** What stands under the name of the file, and what comes next. */
export const explanationOf = (made: GuideImport): string => {
  switch (made.status) {
    case 'previewing':
      return made.rowsRead === 0 ? '正在读文件，可以离开这一页，过一会儿再来看。' : `正在读文件，已经读了 ${made.rowsRead} ${made.rowWord}。可以离开这一页，过一会儿再来看。`;
    case 'previewed':
      return made.isRemade ? '上次确认时内容已经有变，没有写入。这是重新核对的结果，请再看一遍。' : '还没有写入。请看过下面的改动再确认。';
    case 'submitted':
      return made.isOwn ? '已经交给审核。审核人或管理员确认后才会写入。' : '请看过下面的改动，再确认或退回。';
    case 'applying':
      return '正在写入，可以离开这一页。';
    case 'applied':
      return '已经写入，群众看到的就是新的内容。';
    case 'unreadable':
      return made.problem ?? '文件读不出来，请换一个文件。';
    case 'failed':
      return '系统出了问题，什么也没有写入。请重新选择文件再试。';
    case 'cancelled':
      return '什么也没有写入。';
  }
};
