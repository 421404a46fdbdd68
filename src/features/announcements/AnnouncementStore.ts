import { makeAutoObservable, observableRef, runInAction } from 'mobx';
import type { Announcement } from '../../../server/contract/announcements';
import { ApiError, toApiError } from '../../api/ApiError';
import type { BoundedCache } from '../../platform/BoundedCache';
import { headStart } from '../../stores/concerningNotices';
import { failed, loading, ready, type LoadState } from '../../stores/LoadState';
import type { RootStore } from '../../stores/RootStore';
import { readBlocks, type Block } from './textBlocks/blocks';
import { cut } from './textBlocks/cut';

/** A mutilated link asks for an announcement that cannot exist: for whoever opened it that is the same as one that does not. */
export const asNotFound = (thrown: unknown): ApiError => {
  const error = toApiError(thrown);
  return error.code === 'request_invalid' ? new ApiError({ code: 'announcement_not_found', message: error.message, requestId: error.requestId }) : error;
};

/** A longer text is not kept on the device: it would push out everything else. */
const longestKept = 150_000;

type Needs = Pick<RootStore, 'announcementsApi' | 'favouriteAnnouncements' | 'session' | 'site'> & { cache: BoundedCache<Announcement> };

/** One announcement being read. */
export class AnnouncementStore {
  state: LoadState<Announcement> = loading;
  /** The text, in the pieces in which it is mounted. */
  blocks: Block[] = [];
  readonly announcementId: string;
  readonly #on: Needs;

  constructor(announcementId: string, on: Needs) {
    this.announcementId = announcementId;
    this.#on = on;
    makeAutoObservable(this, { state: observableRef, blocks: observableRef, announcementId: false }, { autoBind: true });
  }

  get announcement(): Announcement | null {
    return this.state.status === 'ready' ? this.state.value : null;
  }

  get isGone(): boolean {
    return this.state.status === 'failed' && this.state.error.code === 'announcement_not_found';
  }

  async load(): Promise<void> {
    this.state = loading;
    const outcome = await this.#ask();
    const blocks = outcome.status === 'ready' ? cut(readBlocks(outcome.value.content.body)) : [];
    runInAction(() => {
      this.blocks = blocks;
      this.state = outcome;
    });
  }

  async #ask(): Promise<LoadState<Announcement>> {
    const { announcementsApi, favouriteAnnouncements, session, site, cache } = this.#on;
    const id = this.announcementId;
    const favourite = session.isSignedIn && site.has('favourites') ? favouriteAnnouncements.refresh(id) : Promise.resolve();
    try {
      const announcement = await announcementsApi.readAnnouncement(id);
      // What was withdrawn must not be read from the device either.
      if (announcement.status !== 'withdrawn' && announcement.content.body.length <= longestKept) cache.save(id, announcement);
      else cache.remove(id);
      await Promise.race([favourite, headStart()]);
      return ready(announcement);
    } catch (thrown) {
      const error = asNotFound(thrown);
      if (error.code === 'announcement_not_found') cache.remove(id);
      const earlier = error.isOffline ? cache.find(id) : null;
      return earlier === null ? failed(error) : ready(earlier.value, earlier.savedAt);
    }
  }
}
