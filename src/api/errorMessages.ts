import type { AnyErrorCode, ApiError } from './ApiError';

/** What happened, and what to do next. */
export interface ErrorText {
  title: string;
  nextAction: string;
}

const retry = '请稍后重试。';
const signIn = '请重新登录后继续。';

/** One text a code; a code missing here does not compile. */
const texts: Record<AnyErrorCode, ErrorText> = {
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
  office_not_found: { title: '没有找到这个办事大厅', nextAction: '它可能已经撤并，请返回列表重新查找。' },
  file_not_found: { title: '没有找到这个文件', nextAction: '指南可能已经更新，请回到指南重新打开。' },
  invitation_not_found: { title: '这份邀请不能用了', nextAction: '它可能已经用过或过期，请联系管理员重新邀请。' },
  phone_number_required: { title: '还没有绑定手机号', nextAction: '请先绑定受邀的手机号，再接受邀请。' },
  phone_number_mismatch: { title: '手机号不是受邀的号码', nextAction: '请绑定受邀的手机号，或联系管理员。' },
  already_staff: { title: '这个微信已经是工作人员', nextAction: '需要改动职责，请联系管理员。' },
  report_not_found: { title: '没有找到这条反馈', nextAction: '请刷新列表。' },
  report_closed: { title: '这条反馈已经处理过', nextAction: '请刷新列表。' },
  file_too_large: { title: '文件太大', nextAction: '请缩小后重新选择。' },
  file_empty: { title: '文件是空的', nextAction: '请重新选择。' },
  file_type_refused: { title: '不能使用这种文件', nextAction: '请换成允许的格式。' },
  picture_refused: { title: '图片不能使用', nextAction: '请换一张，或另存后再传。' },
  draft_not_found: { title: '没有找到这份草稿', nextAction: '请刷新列表。' },
  announcement_not_found: { title: '没有找到这条公告', nextAction: '它可能已经撤下，请返回列表重新查找。' },
  draft_exists: { title: '这份草稿是别人建的', nextAction: '请重新新建一份。' },
  draft_changed_meanwhile: { title: '草稿有人改过', nextAction: '您写的内容还在，请核对后再保存。' },
  step_not_possible: { title: '现在不能做这一步', nextAction: '可能别人已经处理过，请刷新后再看。' },
  approval_needs_another: { title: '不能审核自己写过的稿子', nextAction: '请由另一位审核人来审。' },
  announcement_has_faults: { title: '有必须改的地方', nextAction: '请按检查结果改好后再试。' },
  correction_open: { title: '有正在写的更正稿', nextAction: '请先把它发布或作废。' },
  publish_time_passed: { title: '发布时间已经过了', nextAction: '请改成以后的时间，或者直接发布。' },
  index_number_taken: { title: '索引号已经用过', nextAction: '请换一个，或留空由系统编号。' },
  document_refused: { title: '文档不能读取', nextAction: '请按提示另存后再传。' },
  text_refused: { title: '内容不能保存', nextAction: '请按提示修改。' },
  body_name_not_found: { title: '没有找到这一条', nextAction: '请刷新列表。' },
  body_name_exists: { title: '这个说法已经在表里', nextAction: '请直接修改那一条。' },
  confirmation_required: { title: '要先由您本人确认', nextAction: '请按提示确认后再试。' },
  confirmation_needs_phone: { title: '在这里不能确认', nextAction: '请在手机上的微信里确认。' },
  confirmation_not_yours: { title: '不是您登录的微信', nextAction: '请换回您登录的微信，再确认一次。' },
  confirmation_request_not_found: { title: '没有找到要确认的内容', nextAction: '请在电脑上重新获取二维码。' },
  confirmation_request_expired: { title: '已经过了时间', nextAction: '请在电脑上重新获取二维码。' },
  confirmation_request_decided: { title: '已经有人处理过', nextAction: '请看电脑上的显示。' },
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

/** @returns the text of a failure; a code newer than this build falls back to the server's own sentence. */
export const errorText = (error: ApiError): ErrorText => texts[error.code] ?? { title: '没有成功', nextAction: error.message };
