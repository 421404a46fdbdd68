import { Type, type Static } from 'typebox';

const purposes = ['guide_import', 'picture', 'attachment', 'document'] as const;

/** 导入办事指南的表格, 正文图片, 附件, 要转成正文的 Word 文档. */
export const StaffFilePurpose = Type.Unsafe<(typeof purposes)[number]>({ type: 'string', enum: [...purposes], title: 'StaffFilePurpose' });
export type StaffFilePurpose = Static<typeof StaffFilePurpose>;

export const UploadStaffFileQuery = Type.Object(
  { purpose: StaffFilePurpose, name: Type.String({ minLength: 1, maxLength: 255, description: '文件名，带扩展名；其中的文件夹会去掉' }) },
  { additionalProperties: false },
);

/** What was stored. Of a picture it is the prepared one: turned upright, made smaller, without where and when it was taken. */
export const StaffFile = Type.Object(
  {
    hash: Type.String({ pattern: '^[0-9a-f]{64}$', description: '内容的 SHA-256，引用文件时用' }),
    mediaType: Type.String({ description: '按内容认出的类型' }),
    byteSize: Type.Integer({ minimum: 1 }),
    name: Type.String(),
  },
  { title: 'StaffFile' },
);
export type StaffFile = Static<typeof StaffFile>;
