import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';

/** A picture in the text: fetched with the writer's session, since drafts are nobody else's business. */
export class PictureView implements NodeView {
  readonly dom: HTMLImageElement;

  constructor(node: Node, pictureUrl: (hash: string) => Promise<string>) {
    const source = String(node.attrs['source']);
    this.dom = document.createElement('img');
    this.dom.alt = String(node.attrs['alt']) || '没有说明的图片';
    this.dom.setAttribute('data-source', source);
    this.dom.className = 'is-coming';
    pictureUrl(source.slice('file:'.length)).then(
      (url) => {
        this.dom.src = url;
        this.dom.className = '';
      },
      () => {
        this.dom.className = 'is-missing';
      },
    );
  }

  update(): boolean {
    return false;
  }
}
