import type { StaffErrorCode } from '../../server/contract/errors';
import type { AnyErrorCode, ApiError } from './ApiError';

/** What happened, and what to do next. */
export interface ErrorText {
  title: string;
  nextAction: string;
}

const retry = '请稍后重试。';
const signIn = '请重新登录后继续。';

/** One text a code; a code missing here does not compile. Those of the staff part come with the reply: citizens need not load them. */
const texts: Record<Exclude<AnyErrorCode, StaffErrorCode>, ErrorText> = {
  network_unreachable: { title: '网络没有连上', nextAction: '请检查手机网络后重试。' },
  request_timed_out: { title: '等了很久没有回音', nextAction: '网络可能较慢，请重试。' },
  reply_unreadable: { title: '没有读懂服务器的答复', nextAction: retry },
  wechat_login_failed: { title: '微信登录没有成功', nextAction: '请重试；仍不行时请重启微信。' },
  authorization_mismatch: { title: '登录没有完成', nextAction: '这次登录不是从本页发起的，请重新登录。' },
  request_invalid: { title: '提交的内容有误', nextAction: '请按提示修改后重试。' },
  body_malformed: { title: '提交的内容有误', nextAction: retry },
  cursor_invalid: { title: '列表已经更新', nextAction: '请从第一页重新查看。' },
  sign_in_required: { title: '需要登录', nextAction: signIn },
  session_expired: { title: '登录已失效', nextAction: signIn },
  privacy_consent_required: { title: '需要您的同意', nextAction: '请先阅读并同意隐私保护指引。' },
  not_allowed: { title: '没有权限', nextAction: '请返回上一页。' },
  route_not_found: { title: '没有这个地址', nextAction: '请检查链接是否完整。' },
  guide_not_found: { title: '没有找到这份办事指南', nextAction: '它可能已经撤下，请返回列表重新查找。' },
  announcement_withdrawn: { title: '这份公告已经撤回', nextAction: '内容和附件不再提供，请返回公告页。' },
  office_not_found: { title: '没有找到这个办事大厅', nextAction: '它可能已经撤并，请返回列表重新查找。' },
  file_not_found: { title: '没有找到这个文件', nextAction: '内容可能已经更新，请回到上一页重新打开。' },
  announcement_not_found: { title: '没有找到这条公告', nextAction: '它可能已经撤下，请返回列表重新查找。' },
  notice_not_found: { title: '没有找到这条消息', nextAction: '它可能已经过了保留期，请刷新列表。' },
  department_not_found: { title: '没有找到这个部门', nextAction: '它可能已经撤并，请返回列表重新查找。' },
  topic_not_found: { title: '没有找到这个主题', nextAction: '请返回列表重新查找。' },
  session_not_found: { title: '没有找到这次登录', nextAction: '它可能已经退出，请刷新列表。' },
  body_too_large: { title: '提交的内容太大', nextAction: '请删减后重试。' },
  address_too_long: { title: '搜索的字太多', nextAction: '请缩短后重试。' },
  media_type_unsupported: { title: '提交的格式不受支持', nextAction: retry },
  wechat_code_invalid: { title: '微信登录凭证已过期', nextAction: '请重新登录。' },
  wechat_code_used: { title: '微信登录凭证已经用过', nextAction: '请重新登录。' },
  wechat_user_blocked: { title: '微信判断此账号存在风险', nextAction: '您可以稍后再试，或到窗口办理。' },
  snapshot_user_refused: { title: '现在是微信的预览页面', nextAction: '请点页面下方的“使用完整服务”，再登录。' },
  phone_code_incorrect: { title: '验证码不正确', nextAction: '请核对短信后重新输入。' },
  phone_code_expired: { title: '验证码已失效', nextAction: '请重新获取。' },
  phone_number_unsupported: { title: '只支持中国大陆手机号', nextAction: '请更换后重试。' },
  header_too_large: { title: '请求没有成功', nextAction: retry },
  rate_limited: { title: '操作太频繁', nextAction: '请过一会儿再试。' },
  feature_unavailable: { title: '本地区暂未开通这项服务', nextAction: '请返回首页看看其他服务。' },
  internal_error: { title: '系统出了问题', nextAction: retry },
  wechat_unavailable: { title: '暂时连接不上微信', nextAction: retry },
  wechat_misconfigured: { title: '微信接口暂时不可用', nextAction: retry },
  sms_unavailable: { title: '短信暂时发送失败', nextAction: retry },
  service_unavailable: { title: '服务正在维护', nextAction: retry },
};

/** The server's own sentence in two parts: 这条反馈已经处理过，请刷新列表。 */
function textOf({ message }: ApiError): ErrorText {
  const [, title, nextAction] = /^(.+?)(?:，(?=请)|。(?=.))(.+)$/su.exec(message) ?? [];
  return title === undefined || nextAction === undefined ? { title: '没有成功', nextAction: message } : { title, nextAction };
}

/** @returns the text of a failure; for a code of the staff part, or newer than this build, what the server says. */
export const errorText = (error: ApiError): ErrorText => (texts as Partial<Record<string, ErrorText>>)[error.code] ?? textOf(error);
