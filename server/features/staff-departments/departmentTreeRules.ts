export interface TreeNode {
  id: number;
  parentId: number | null;
  sortOrder: number;
}

export interface PlacedNode extends TreeNode {
  level: number;
}

/** Each before those below it, siblings in their order. */
export function inTreeOrder<Node extends TreeNode>(nodes: readonly Node[]): (Node & PlacedNode)[] {
  const below = new Map<number | null, Node[]>();
  for (const node of nodes) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node]);
  const listed = (parentId: number | null, level: number): (Node & PlacedNode)[] =>
    [...(below.get(parentId) ?? [])]
      .sort((one, other) => one.sortOrder - other.sortOrder || one.id - other.id)
      .flatMap((node) => [{ ...node, level }, ...listed(node.id, level + 1)]);
  return listed(null, 0);
}

/** Whether `id` is `ancestorId` or stands below it. */
export function isWithin(nodes: readonly TreeNode[], id: number, ancestorId: number): boolean {
  const parents = new Map(nodes.map((node) => [node.id, node.parentId]));
  for (let at: number | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) {
    if (at === ancestorId) return true;
  }
  return false;
}

/**
 * The tree with one node below another parent, before one of its children or after all of them. Orders are numbered through the
 * whole tree, so that a plain list sorted by them follows the tree.
 *
 * @returns `cycle` when the parent is the node itself or below it.
 */
export function place(nodes: readonly TreeNode[], id: number, parentId: number, beforeId: number | null): TreeNode[] | 'cycle' {
  if (isWithin(nodes, parentId, id)) return 'cycle';
  const siblings = inTreeOrder(nodes).filter((node) => node.parentId === parentId && node.id !== id);
  const at = beforeId === null ? -1 : siblings.findIndex((node) => node.id === beforeId);
  const position = at < 0 ? siblings.length : at;
  const order = new Map([...siblings.slice(0, position).map((node) => node.id), id, ...siblings.slice(position).map((node) => node.id)].map((each, index) => [each, index]));
  const moved = nodes.map((node) => ({ ...node, parentId: node.id === id ? parentId : node.parentId, sortOrder: order.get(node.id) ?? node.sortOrder }));
  return inTreeOrder(moved).map((node, index) => ({ id: node.id, parentId: node.parentId, sortOrder: index + 1 }));
}
