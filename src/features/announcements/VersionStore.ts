import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { AnnouncementVersion } from '../../../server/contract/announcements';
import type { AnnouncementsApi } from '../../api/announcementsApi';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import { asNotFound } from './AnnouncementStore';
import { readBlocks, type Block } from './textBlocks/blocks';
import { cut } from './textBlocks/cut';

/** One version of an announcement as it was read before a correction. It is never kept on the device: it does not hold. */
export class VersionStore {
  state: LoadState<AnnouncementVersion> = loading;
  blocks: Block[] = [];
  readonly #api: AnnouncementsApi;
  readonly announcementId: string;
  readonly #version: string;

  constructor(announcementId: string, version: string, api: AnnouncementsApi) {
    this.announcementId = announcementId;
    this.#version = version;
    this.#api = api;
    makeAutoObservable(this, { state: observableRef, blocks: observableRef, announcementId: false }, { autoBind: true });
  }

  async load(): Promise<void> {
    this.state = loading;
    let outcome: LoadState<AnnouncementVersion>;
    try {
      outcome = ready(await this.#api.readVersion(this.announcementId, this.#version));
    } catch (thrown) {
      outcome = failed(asNotFound(thrown));
    }
    const blocks = outcome.status === 'ready' ? cut(readBlocks(outcome.value.content.body)) : [];
    runInAction(() => {
      this.blocks = blocks;
      this.state = outcome;
    });
  }
}
