import type { Config } from './config';
import type { Site } from './contract/site';

/** A new text is a new version: citizens are asked again. */
export const privacyPolicyVersion = '2026-11-24';

/** What is taken, why, how long it is kept and how to take it back (个人信息保护法 asks for these to be told). */
export function privacyPolicy(config: Config): Site['privacyPolicy'] {
  return {
    version: privacyPolicyVersion,
    sections: [
      {
        heading: '谁在处理您的信息',
        body: `${config.SITE_OPERATOR_NAME}运营“${config.SITE_NAME}”，并对您的信息负责。有疑问请拨打 ${config.SITE_HOTLINE}。`,
      },
      {
        heading: '不登录也能用',
        body: '查找和阅读办事指南不需要登录，我们也不收集您的身份。最近看过的指南、最近搜过的词和材料清单只存在您的手机上。没有找到结果的搜索，去掉其中的号码后按天计数，供部门补充指南，不记录是谁搜的。',
      },
      {
        heading: '登录时',
        body: '您同意后，我们从微信取得您在本小程序的用户标识（OpenID、UnionID），只用来认出是您本人，并保存您的收藏、您关注的部门和主题，以及给您的消息（保留半年）。我们不取得您的微信号、昵称、头像和好友。',
      },
      {
        heading: '绑定手机号时',
        body: '只有您主动绑定，我们才保存手机号，用于办事进展需要联系您时。手机号加密保存，显示时隐去中间四位。',
      },
      {
        heading: '提意见时',
        body: '报告办事指南的错误、对小程序提意见都不需要登录。您写的说明和您愿意留下的手机号加密保存两年，只用于核对和回复您。',
      },
      {
        heading: '保存多久，怎样撤回',
        body: `信息保存到您删除为止。您可以在“我的”中取消收藏、解绑手机号、退出任何一台设备的登录，或注销账号；注销后您的信息立即删除，不能恢复。登录连续 ${config.SESSION_DAYS} 天不使用会自动失效。`,
      },
      {
        heading: '交给谁',
        body: '除法律要求外，我们不向其他单位和个人提供您的信息，也不用于商业用途。发送验证码时，短信服务单位会收到您的手机号。',
      },
    ],
  };
}
