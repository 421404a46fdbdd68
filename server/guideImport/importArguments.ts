import { parseArgs } from 'node:util';

export const usage = `用法：
  npm run import:guides -- 文件 [--files 文件夹] [--partial] [--dry-run]   导入
  npm run import:guides -- --template 文件.xlsx                            写出空白模板
  npm run import:guides -- --export 文件.xlsx                              导出全部办事指南

  文件        办事指南，.csv、.xlsx 或 .json；按实施编码新增或更新
  --files     空白表格、样例等附件所在的文件夹；不写则用“文件名-附件”（有的话）
  --partial   有错误时也导入正确的事项，出错的行和原因写到“文件.errors.csv”
  --dry-run   只检查，不写入

数据库与服务器相同：DATABASE_URL 指定的 PostgreSQL；不设则为 DATA_DIR 里的内置数据库（须先停止服务器）。
附件存放处也与服务器相同：FILE_STORAGE 和 S3_ 开头的设置。
结束状态：0 成功，1 文件有错误，2 用法、设置或数据库有问题。
`;

export type ImportArguments =
  | { action: 'import'; path: string; filesFolder: string | undefined; isPartial: boolean; isDryRun: boolean }
  | { action: 'template' | 'export'; path: string };

/** Undefined when they make no sense. */
export function readArguments(args: readonly string[]): ImportArguments | undefined {
  const values = parse(args);
  if (values === undefined) return undefined;
  const { template, export: exported, files, partial, 'dry-run': dryRun } = values.options;
  const [path, ...others] = [...values.positionals, ...(template === undefined ? [] : [template]), ...(exported === undefined ? [] : [exported])];
  if (path === undefined || others.length > 0) return undefined;
  if (template === undefined && exported === undefined) return { action: 'import', path, filesFolder: files, isPartial: partial, isDryRun: dryRun };
  if (files !== undefined || partial || dryRun || !path.toLowerCase().endsWith('.xlsx')) return undefined;
  return { action: template === undefined ? 'export' : 'template', path };
}

function parse(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        files: { type: 'string' },
        template: { type: 'string' },
        export: { type: 'string' },
        partial: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    return { options: values, positionals };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
