const sentences = {
  external_reference_removed: '文档引用了外部的图片或模板，已去掉。需要的图片请另存后上传。',
  link_removed: '有的链接不是 https、邮箱或电话，已去掉链接，文字保留。',
  picture_unsupported: '有的图片格式不支持（如 EMF、WMF、BMP），已去掉。请另存为 PNG 或 JPEG 后上传。',
  embedded_object_removed: '文档里嵌入的表格、附件或控件已去掉。需要的请作为附件上传。',
  hidden_text_removed: '文档里设为隐藏的文字已去掉。',
  comments_removed: '文档里的批注已去掉。',
  tracked_changes_accepted: '文档里有修订，已按全部接受处理。请核对内容。',
} as const;

/** What a reader of the result should know; the code is stable, the message a Chinese sentence. */
export interface DocxWarning {
  code: keyof typeof sentences;
  message: string;
}

export function warn(code: DocxWarning['code']): DocxWarning {
  return { code, message: sentences[code] };
}
