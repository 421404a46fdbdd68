import { Type, type Static, type TSchema } from 'typebox';

export const PageQuery = {
  cursor: Type.Optional(Type.String({ minLength: 1, maxLength: 400, description: '上一页返回的 nextCursor' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20, description: '每页条数' })),
};

/** Counting stops here: beyond it a number helps nobody and costs a scan. */
export const exactCountLimit = 1000;

export const Total = Type.Object(
  {
    count: Type.Integer({ minimum: 0, description: '精确到 1000；再多时为 1000' }),
    label: Type.String({ description: '给人看的数量，超过 1000 时为“1000+”' }),
  },
  { title: 'Total' },
);
export type Total = Static<typeof Total>;

/** `{items, nextCursor, total}`: one page of a list. `nextCursor` is null on the last page. */
export const pageOf = <Item extends TSchema>(item: Item) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()]),
    total: Total,
  });

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
  total: Total;
}
