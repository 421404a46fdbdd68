/** Why a text, a document or a picture is not taken, and what to do about it. The codes are stable. */
export const richTextRefusals = {
  html_too_long: '内容太长，最多 50 万字符（含格式）。请分成几篇发布，或者把长表格做成附件。',
  html_too_deep: '内容里的表格、列表一层套一层太深，无法整理。请先用“只保留文字”粘贴，再重新排版。',
  docx_empty: '文件是空的。请重新选择文件。',
  docx_too_large: '文件超过 20 MB。请在 Word 或 WPS 里压缩图片后另存，再上传。',
  docx_old_format: '这是旧格式的文档（.doc 或 .wps）。请用 Word 或 WPS 打开，选“另存为”，文件类型选“Word 文档（*.docx）”，再上传新文件。',
  docx_encrypted: '文档设了打开密码，无法读取。请在 Word 或 WPS 里去掉密码，另存后再上传。',
  docx_not_word: '这不是 Word 文档（.docx）。请用 Word 或 WPS 打开原文件，另存为“Word 文档（*.docx）”，再上传。',
  docx_damaged: '文档已损坏，无法读取。请用 Word 或 WPS 打开，另存为新的 .docx 文件，再上传。',
  docx_macros: '文档里带有宏，不能上传。请在 Word 或 WPS 里另存为不带宏的“Word 文档（*.docx）”，再上传。',
  docx_zip_bomb: '文档解压后大得不正常，已停止读取。请把正文复制到新建的文档，另存后再上传。',
  docx_too_many_parts: '文档内部的部件太多，不像正常的公文。请把正文复制到新建的文档，另存后再上传。',
  docx_forbidden_markup: '文档内部带有不允许的声明（DOCTYPE），不是由 Word 或 WPS 正常保存的。请把正文复制到新建的文档，另存后再上传。',
  docx_too_complex: '文档太长或排版太复杂，没能在限定时间内读完。请拆成几份，或者把大表格做成附件。',
  image_too_large: '图片超过 20 MB。请先缩小图片，再上传。',
  image_not_supported: '只能用 JPEG、PNG、GIF 或 WebP 图片。请另存为其中一种，再上传。',
  image_damaged: '图片已损坏，无法读取。请用看图软件打开，另存后再上传。',
  image_too_many_pixels: '图片的尺寸太大，超过 5000 万像素。请先缩小图片，再上传。',
} as const;

export type RichTextRefusal = keyof typeof richTextRefusals;

/** What a department sent is not taken. `message` is the Chinese sentence for the person who sent it. */
export class RichTextError extends Error {
  override name = 'RichTextError';

  constructor(
    readonly code: RichTextRefusal,
    options?: ErrorOptions,
  ) {
    super(richTextRefusals[code], options);
  }
}
