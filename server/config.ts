import { Ajv, type ErrorObject } from 'ajv';
import { Type, type Static } from 'typebox';

const text = (description: string, defaultValue?: string) =>
  Type.String({ minLength: 1, description, ...(defaultValue === undefined ? {} : { default: defaultValue }) });
const optional = (description: string, pattern?: string) =>
  Type.Optional(Type.String({ minLength: 1, description, ...(pattern === undefined ? {} : { pattern }) }));
const whole = (description: string, minimum: number, maximum: number, defaultValue: number) =>
  Type.Integer({ description, minimum, maximum, default: defaultValue });

const url = '^https?://[^\\s]+$';
const fourDays = '^([1-9][0-9]{0,2},){3}[1-9][0-9]{0,2}$';
const appId = '^[A-Za-z0-9_-]{6,40}$';

/** Every setting of the server, read from the environment. `.env.example` is written from this table. */
export const Settings = Type.Object(
  {
    HOST: text('监听的地址。放在反向代理之后时保持默认', '127.0.0.1'),
    PORT: whole('监听的端口；0 表示任选一个空闲端口', 0, 65535, 3000),
    PUBLIC_URL: optional('群众访问网页版的完整地址，例如 https://zwfw.example.gov.cn；用于二维码和安全头', url),
    TRUST_PROXY: optional('可信反向代理的地址，逗号分隔（可写网段）；不设则不信任 X-Forwarded-For'),
    LOG_LEVEL: Type.Union(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map((level) => Type.Literal(level)),
      { description: '日志级别：fatal error warn info debug trace silent', default: 'info' },
    ),
    SHUTDOWN_GRACE_SECONDS: whole('停止时最多等待正在处理的请求多少秒', 1, 300, 20),

    DATABASE_URL: optional('PostgreSQL 地址，例如 postgres://用户:密码@主机:5432/库名；不设则使用内置数据库（仅供演示和开发）', '^postgres(ql)?://[^\\s]+$'),
    DATABASE_POOL_SIZE: whole('本进程最多使用多少个数据库连接', 2, 200, 10),
    DATA_DIR: text('内置数据库和本地文件存放的文件夹', '.data'),
    SEED_DEMO: Type.Boolean({ description: '数据库为空时是否放入演示城市的数据', default: false }),
    H5_FOLDER: text('网页版构建结果所在文件夹', 'dist/h5'),

    SITE_NAME: text('小程序名称', '云岫政务'),
    SITE_AREA_NAME: text('行政区名称', '云岫县'),
    SITE_OPERATOR_NAME: text('运营单位全称，写进隐私保护指引', '云岫县政务服务中心'),
    SITE_HOTLINE: Type.String({ pattern: '^[0-9-]{3,20}$', description: '找不到答案时让群众拨打的电话', default: '12345' }),
    FEATURES: Type.String({
      pattern: '^((favourites|phone_number)(,(favourites|phone_number))*)?$',
      description: '开通的功能，逗号分隔：favourites 收藏，phone_number 绑定手机号；未开通的功能不出现任何入口',
      default: 'favourites,phone_number',
    }),
    SESSION_DAYS: whole('登录多少天不使用后失效', 1, 365, 30),

    FIELD_ENCRYPTION_ALGORITHM: Type.Union([Type.Literal('sm4-ctr-hmac-sm3'), Type.Literal('aes-256-gcm')], {
      description: '个人信息加密算法：sm4-ctr-hmac-sm3（国密）或 aes-256-gcm',
      default: 'sm4-ctr-hmac-sm3',
    }),
    FIELD_ENCRYPTION_KEYS: text('个人信息加密密钥，“编号:Base64”逗号分隔，第一个用于加密，其余只用于解密；生成：openssl rand -base64 32'),
    BLIND_INDEX_SECRET: text('手机号等查找索引的密钥，Base64，至少 32 字节；生成：openssl rand -base64 32'),

    WECHAT_API_BASE_URL: Type.String({ pattern: url, description: '微信服务端接口地址', default: 'https://api.weixin.qq.com' }),
    WECHAT_OAUTH_BASE_URL: Type.String({ pattern: url, description: '微信网页授权页地址', default: 'https://open.weixin.qq.com' }),
    WECHAT_OAUTH_OUTSIDE_WECHAT: Type.Boolean({ description: '授权页能否在微信以外的浏览器打开；只有连接本地模拟器时为 true', default: false }),
    WECHAT_PROXY_URL: optional('访问微信时使用的出站代理', url),
    WECHAT_TIMEOUT_MILLISECONDS: whole('等待微信答复的最长时间', 100, 60_000, 5_000),
    WECHAT_MINI_PROGRAM_APP_ID: optional('小程序 AppID', appId),
    WECHAT_MINI_PROGRAM_SECRET: optional('小程序 AppSecret'),
    WECHAT_MINI_PROGRAM_CALLBACK_TOKEN: optional('小程序消息推送的 Token', '^[A-Za-z0-9]{3,32}$'),
    WECHAT_MINI_PROGRAM_CALLBACK_AES_KEY: optional('小程序消息推送的 EncodingAESKey，设了就只接受安全模式', '^[A-Za-z0-9]{43}$'),
    WECHAT_OFFICIAL_ACCOUNT_APP_ID: optional('公众号（服务号）AppID', appId),
    WECHAT_OFFICIAL_ACCOUNT_SECRET: optional('公众号 AppSecret'),
    WECHAT_OFFICIAL_ACCOUNT_CALLBACK_TOKEN: optional('公众号消息推送的 Token', '^[A-Za-z0-9]{3,32}$'),
    WECHAT_OFFICIAL_ACCOUNT_CALLBACK_AES_KEY: optional('公众号消息推送的 EncodingAESKey，设了就只接受安全模式', '^[A-Za-z0-9]{43}$'),

    AUDIT_HEAD_FILE: optional('操作记录的链头在数据库之外留存的文件，最好放在数据库管理员改不到的地方；不设则为 DATA_DIR 下的 audit-heads.log'),

    ALARM_UPDATE_DAYS: Type.String({
      pattern: fourDays,
      description: '多少天没有新公告时提醒、警告、最后提醒、判为不合格，逗号分隔；依据：政务新媒体检查指标，两周没有更新判为不合格',
      default: '7,10,12,14',
    }),
    ALARM_DEPARTMENT_UPDATE_DAYS: Type.String({ pattern: fourDays, description: '同上，按部门计；检查指标没有统一期限，由本地自定', default: '30,60,75,90' }),
    ALARM_EMPTY_COLUMNS: whole('多少个空白栏目判为不合格；依据：政府网站检查指标，5 个及以上单项否决', 1, 50, 5),

    SMS_WEBHOOK_URL: optional('短信网关的适配地址：POST {phoneNumber, text}；不设则网页版不能用短信绑定手机号', url),
    SMS_WEBHOOK_TOKEN: optional('调用短信网关时的 Bearer 令牌'),

    FILE_STORAGE: Type.Union([Type.Literal('folder'), Type.Literal('s3')], { description: '文件存放处：folder（DATA_DIR 下）或 s3（兼容 S3 的对象存储）', default: 'folder' }),
    S3_ENDPOINT: optional('对象存储地址', url),
    S3_REGION: optional('对象存储区域'),
    S3_BUCKET: optional('对象存储桶'),
    S3_FORCE_PATH_STYLE: Type.Boolean({ description: '桶名写在路径里（true）还是域名里（false）', default: true }),
    S3_ACCESS_KEY_ID: optional('对象存储访问编号'),
    S3_SECRET_ACCESS_KEY: optional('对象存储访问密钥'),
  },
  { additionalProperties: false },
);
export type Config = Static<typeof Settings>;

/** Names that start so are ours: one that is not in the table is a slip of the pen, and is named. */
const ownPrefixes = /^(DATABASE_|SITE_|FIELD_ENCRYPTION_|BLIND_INDEX_|WECHAT_|SMS_|ALARM_|AUDIT_|S3_|FILE_STORAGE|FEATURES|SESSION_DAYS)/;

/** Settings that make sense only together. */
const pairs: readonly (readonly [keyof Config, keyof Config])[] = [
  ['WECHAT_MINI_PROGRAM_APP_ID', 'WECHAT_MINI_PROGRAM_SECRET'],
  ['WECHAT_OFFICIAL_ACCOUNT_APP_ID', 'WECHAT_OFFICIAL_ACCOUNT_SECRET'],
  ['SMS_WEBHOOK_URL', 'SMS_WEBHOOK_TOKEN'],
];

/** A setting is missing or wrong; the message names each one, in Chinese, for whoever starts the server. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads and checks every setting.
 *
 * @throws ConfigError naming each mistake.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given: Record<string, unknown> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value === '') continue;
    if (name in Settings.properties) given[name] = value;
    else if (ownPrefixes.test(name)) unknown.push(name);
  }
  const ajv = new Ajv({ allErrors: true, coerceTypes: true, useDefaults: true, strict: false });
  const validate = ajv.compile<Config>(Settings);
  const mistakes = unknown.map((name) => `${name}：没有这个设置，请检查拼写。`);
  if (!validate(given)) mistakes.push(...distinct((validate.errors ?? []).map(describeMistake)));
  mistakes.push(...missingPartners(given));
  if (mistakes.length > 0) throw new ConfigError(`设置有误：\n${mistakes.map((line) => `  ${line}`).join('\n')}\n全部设置及含义见 .env.example。`);
  return given as Config;
}

function describeMistake(error: ErrorObject): string {
  const name = error.keyword === 'required' ? String(error.params['missingProperty']) : error.instancePath.slice(1);
  const meaning = describeSetting(Settings.properties[name as keyof Config]);
  return error.keyword === 'required' ? `${name}：必须设置（${meaning}）。` : `${name}：值不正确（${meaning}）。`;
}

/** TypeBox keeps a schema's annotations on the object, but not in its type. */
function describeSetting(schema: object | undefined): string {
  return (schema as { description?: string } | undefined)?.description ?? '';
}

function missingPartners(given: Record<string, unknown>): string[] {
  const mistakes = pairs
    .filter(([one, other]) => (given[one] === undefined) !== (given[other] === undefined))
    .map(([one, other]) => `${one} 和 ${other}：必须一起设置。`);
  const s3 = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  const missing = s3.filter((name) => given[name] === undefined);
  if (given['FILE_STORAGE'] === 's3' && missing.length > 0) mistakes.push(`${missing.join('、')}：FILE_STORAGE 为 s3 时必须设置。`);
  return mistakes;
}

function distinct(lines: string[]): string[] {
  return [...new Set(lines)];
}

/** The text of `.env.example`: every setting with its meaning and default. */
export function describeSettings(): string {
  const lines = Object.entries(Settings.properties).map(([name, schema]) => {
    const { description, default: value } = schema as { description?: string; default?: unknown };
    const required = Settings.required.includes(name as never) && value === undefined;
    return `# ${description ?? ''}${required ? '（必填）' : ''}\n${required ? '' : '# '}${name}=${value === undefined ? '' : String(value)}`;
  });
  return `# 复制为 .env 后按需修改；环境变量优先于本文件。\n\n${lines.join('\n\n')}\n`;
}
