import type { Announcing } from './announcements/announcing';
import type { FieldEncryption } from './encryption/fieldEncryption';
import type { Clock } from './clock';
import type { Config } from './config';
import type { Database } from './database/database';
import type { DatabasePool } from './database/pool';
import type { Access } from './endpoint';
import type { FileStorage } from './files/fileStorage';
import type { Jobs } from './jobs/jobs';
import type { Outbox } from './outbox/outbox';
import type { LiveSearch } from './liveSearch/liveSearch';
import type { CitizenSession, Sessions } from './plugins/authentication';
import type { ReplyCache } from './plugins/replyCache';
import type { RateLimits } from './rateLimits/rateLimits';
import type { TakenConfirmation } from './staff/confirmedActs';
import type { StaffSession } from './staff/staffSession';
import type { SmsGateway } from './sms/smsGateway';
import type { Views } from './views/views';
import type { WeChatClient } from './wechat/weChatClient';
import type { Calendars } from './workingDays/calendars';
import type { WorkSource } from './work/workSource';

declare module 'fastify' {
  interface FastifyInstance {
    announcing: Announcing;
    config: Config;
    calendars: Calendars;
    clock: Clock;
    pool: DatabasePool;
    db: Database;
    replyCache: ReplyCache;
    sessions: Sessions;
    rateLimits: RateLimits;
    encryption: FieldEncryption;
    files: FileStorage;
    guideSearch: LiveSearch;
    announcementSearch: LiveSearch;
    guideViews: Views;
    announcementViews: Views;
    jobs: Jobs;
    outbox: Outbox;
    sms: SmsGateway | undefined;
    wechat: WeChatClient;
    workSources: readonly WorkSource[];
  }
  interface FastifyRequest {
    citizen: CitizenSession | undefined;
    staff: StaffSession | undefined;
    /** What an act that asks for it was confirmed with. */
    confirmation: TakenConfirmation | undefined;
  }
  interface FastifyContextConfig {
    access?: Access | 'wechat';
  }
}
