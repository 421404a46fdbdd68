import fastify, { LogController, type FastifyInstance, type RouteOptions } from 'fastify';
import { randomBytes } from 'node:crypto';
import { openAnnouncing } from './announcements/openAnnouncing';
import { auditHeadFile } from './audit/auditHeadFile';
import { AuditSealer } from './audit/auditSealer';
import { systemClock, type Clock } from './clock';
import type { Config } from './config';
import type { Feature } from './contract/site';
import { ChangeFeed } from './database/changeFeed';
import { openDatabase } from './database/database';
import type { DatabasePool } from './database/pool';
import { openFileStorage } from './files/openFileStorage';
import { openFieldEncryption } from './encryption/openFieldEncryption';
import type { FeatureEndpoints } from './endpoint';
import { announcements, registerAnnouncementFeed } from './features/announcements';
import { announcementDocuments } from './features/announcements/announcementDocuments';
import { citizens, phoneNumbers } from './features/citizens';
import { confirmations } from './features/confirmations';
import { departments } from './features/departments';
import { favourites } from './features/favourites';
import { feedback } from './features/feedback';
import { guideDrafts } from './features/guide-drafts';
import { guideReviews } from './features/guide-reviews';
import { guideSearch } from './features/guide-search';
import { guideDocuments } from './features/guide-search/guideDocuments';
import { follows } from './features/follows';
import { registerHealth } from './features/health';
import { home } from './features/home';
import { inbox } from './features/inbox';
import { offices } from './features/offices';
import { serviceGuides } from './features/service-guides';
import { sessions } from './features/sessions';
import { site } from './features/site';
import { staff } from './features/staff';
import { staffAnnouncements } from './features/staff-announcements';
import { staffDepartments } from './features/staff-departments';
import { staffFiles } from './features/staff-files';
import { staffImports } from './features/staff-imports';
import { staffOffices } from './features/staff-offices';
import { staffAudit } from './features/staff-audit';
import { staffMembers } from './features/staff-members';
import { staffReports } from './features/staff-reports';
import { staffSynonyms } from './features/staff-synonyms';
import { topics } from './features/topics';
import { registerWeChatCallbacks } from './features/wechat-callbacks';
import { Views } from './views/views';
import { defineGuideImportJobs } from './guideImports/guideImportJobs';
import { scheduleReviewReminders } from './guideReviews/remindOfReviews';
import { Jobs } from './jobs/jobs';
import { openLiveSearch } from './liveSearch/liveSearch';
import { scheduleRemovalOfExpired } from './maintenance/removeExpired';
import { inboxChannel } from './outbox/inboxChannel';
import { Outbox } from './outbox/outbox';
import { Sessions } from './plugins/authentication';
import { registerFeature } from './plugins/endpoints';
import { answerError, errorHandler } from './plugins/errorHandler';
import { h5 } from './plugins/h5';
import { openApi } from './plugins/openApi';
import { ReplyCache } from './plugins/replyCache';
import { securityHeaders } from './plugins/securityHeaders';
import { compileValidator } from './plugins/validation';
import { RateLimits } from './rateLimits/rateLimits';
import { openSmsWebhook } from './sms/smsGateway';
import { openWeChatClient } from './wechat/weChatClient';
import { Calendars } from './workingDays/calendars';
import { workSources } from './workSources';

export interface Parts {
  config: Config;
  pool: DatabasePool;
  clock?: Clock;
  /** Told of every route as it is registered. */
  onRoute?: (route: RouteOptions) => void;
}

/** What every installation has. */
const always: readonly FeatureEndpoints[] = [site, home, departments, offices, topics, guideSearch, serviceGuides, announcements, feedback, sessions, citizens, staff, staffMembers, staffAudit, staffReports, staffAnnouncements, staffFiles, confirmations, inbox, follows, staffDepartments, staffOffices, staffSynonyms, staffImports, guideDrafts, guideReviews];

/** What an installation may switch off; a feature that is off has no endpoint. */
const switchable: Record<Feature, FeatureEndpoints> = { favourites, phone_number: phoneNumbers };

/**
 * Builds one server process over an open, migrated database. It keeps nothing that another process
 * would need: state is in the database.
 */
export async function buildApp({ config, pool, clock = systemClock, onRoute }: Parts): Promise<FastifyInstance> {
  let stopping = false;
  const app = fastify({
    logger: { level: config.LOG_LEVEL, base: undefined, timestamp: () => `,"time":"${clock.now().toISOString()}"` },
    // Its own two lines a request would hold the address; see logRequests.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomBytes(8).toString('hex'),
    trustProxy: config.TRUST_PROXY?.split(',') ?? false,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: 200 },
    // Told to stop, the server takes no new connection and finishes what comes on those it has.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.setValidatorCompiler(compileValidator);
  if (onRoute !== undefined) app.addHook('onRoute', onRoute);

  const feed = new ChangeFeed(pool, app.log);
  const db = openDatabase(pool);
  const encryption = openFieldEncryption(config);
  app.decorate('config', config);
  app.decorate('clock', clock);
  app.decorate('pool', pool);
  app.decorate('db', db);
  app.decorate('encryption', encryption);
  app.decorate('replyCache', new ReplyCache(feed));
  app.decorate('sessions', new Sessions(pool, clock, config.SESSION_DAYS));
  app.decorate('rateLimits', new RateLimits(pool, clock, (key) => encryption.blindIndex(key, 'rate_limits')));
  app.decorate('jobs', new Jobs({ pool, db, log: app.log, ...(pool.engine === 'pglite' ? { pollMilliseconds: 5_000 } : {}) }));
  app.decorate('wechat', openWeChatClient({ config: weChatConfig(config), pool, clock, log: app.log, encryption }));
  app.decorate(
    'sms',
    config.SMS_WEBHOOK_URL === undefined || config.SMS_WEBHOOK_TOKEN === undefined ? undefined : openSmsWebhook(config.SMS_WEBHOOK_URL, config.SMS_WEBHOOK_TOKEN),
  );
  app.decorate('calendars', new Calendars(pool, feed));
  app.decorate('outbox', new Outbox({ db, clock, log: app.log, channels: [inboxChannel(db, clock)] }, feed));
  const auditSealer = new AuditSealer(pool, clock, auditHeadFile(config), app.log);
  app.decorate('workSources', workSources);
  app.decorate('guideViews', new Views('guide', pool, clock, app.log));
  app.decorate('announcementViews', new Views('announcement', pool, clock, app.log));
  app.decorate('guideSearch', openLiveSearch(guideDocuments(pool), pool, feed, app.log));
  app.decorate('announcementSearch', openLiveSearch(announcementDocuments(pool), pool, feed, app.log));
  app.decorate('files', await openFileStorage(config, clock));
  app.decorate('announcing', openAnnouncing(app));
  app.decorateRequest('citizen', undefined);
  app.decorateRequest('staff', undefined);
  app.decorateRequest('confirmation', undefined);

  logRequests(app);
  await app.register(errorHandler);
  await app.register(securityHeaders, { isHttps: config.PUBLIC_URL?.startsWith('https://') ?? false });
  await app.register(openApi, { title: config.SITE_NAME });
  registerHealth(app, () => stopping);
  const switchedOn = config.FEATURES.split(',').filter((name): name is Feature => name in switchable);
  await app.register(async (api) => {
    for (const feature of [...always, ...switchedOn.map((name) => switchable[name])]) registerFeature(api, feature);
  });
  registerAnnouncementFeed(app);
  await app.register(registerWeChatCallbacks);
  scheduleRemovalOfExpired(app);
  defineGuideImportJobs(app);
  scheduleReviewReminders(app);
  await app.register(h5, { folder: config.H5_FOLDER });

  app.addHook('onReady', async () => {
    await app.jobs.install();
    await feed.start();
    await app.guideSearch.start();
    await app.announcementSearch.start();
    app.guideViews.start();
    app.announcementViews.start();
    auditSealer.start();
    app.outbox.start();
  });
  app.addHook('preClose', async () => {
    stopping = true;
  });
  // A connection that is kept open after its last answer would hold up the end.
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onClose', async () => {
    await app.outbox.stop();
    await auditSealer.stop();
    await app.guideViews.stop();
    await app.announcementViews.stop();
    await app.guideSearch.stop();
    await app.announcementSearch.stop();
    await feed.stop();
    await app.wechat.close();
    await app.files.close();
  });
  return app;
}

function weChatConfig(config: Config): Parameters<typeof openWeChatClient>[0]['config'] {
  const account = (appId: string | undefined, secret: string | undefined) =>
    appId === undefined || secret === undefined ? undefined : { appId, secret };
  return {
    apiBaseUrl: config.WECHAT_API_BASE_URL,
    oauthBaseUrl: config.WECHAT_OAUTH_BASE_URL,
    proxyUrl: config.WECHAT_PROXY_URL,
    timeoutMilliseconds: config.WECHAT_TIMEOUT_MILLISECONDS,
    miniProgram: account(config.WECHAT_MINI_PROGRAM_APP_ID, config.WECHAT_MINI_PROGRAM_SECRET),
    officialAccount: account(config.WECHAT_OFFICIAL_ACCOUNT_APP_ID, config.WECHAT_OFFICIAL_ACCOUNT_SECRET),
  };
}

/** One line a request: the route's pattern, never the address itself, which may hold words and codes people typed. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      { method: request.method, route: request.routeOptions.url, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime * 10) / 10 },
      'request',
    );
    done();
  });
}
