import { Type, type Static } from 'typebox';

/** What anybody may be answered: each has a text of its own in the mini-program. */
const codesForAll = {
  request_invalid: { status: 400, message: '提交的内容有误，请按提示修改后重试。' },
  body_malformed: { status: 400, message: '提交的内容不是有效的 JSON，请检查后重试。' },
  cursor_invalid: { status: 400, message: '翻页位置已失效，请从第一页重新查看。' },
  sign_in_required: { status: 401, message: '请先登录，再继续办理。' },
  session_expired: { status: 401, message: '登录已失效，请重新登录。' },
  privacy_consent_required: { status: 403, message: '请先阅读并同意隐私保护指引。' },
  not_allowed: { status: 403, message: '您没有权限进行这项操作。' },
  route_not_found: { status: 404, message: '没有这个地址，请检查链接是否完整。' },
  guide_not_found: { status: 404, message: '没有找到这份办事指南，可能已经撤下。请返回列表重新查找。' },
  announcement_withdrawn: { status: 410, message: '这份公告已经撤回，内容和附件不再提供。' },
  office_not_found: { status: 404, message: '没有找到这个办事大厅，可能已经撤并。请返回列表重新查找。' },
  file_not_found: { status: 404, message: '没有找到这个文件，内容可能已经更新。请回到上一页重新打开。' },
  announcement_not_found: { status: 404, message: '没有找到这条公告，可能已经撤下。请返回列表重新查找。' },
  notice_not_found: { status: 404, message: '没有找到这条消息，可能已经过了保留期。请刷新列表。' },
  department_not_found: { status: 404, message: '没有找到这个部门，可能已经撤并。请返回列表重新查找。' },
  topic_not_found: { status: 404, message: '没有找到这个主题，请返回列表重新查找。' },
  session_not_found: { status: 404, message: '没有找到这次登录，可能已经退出。' },
  body_too_large: { status: 413, message: '提交的内容太大，请删减后重试。' },
  address_too_long: { status: 414, message: '请求的地址太长，请缩短后重试。' },
  media_type_unsupported: { status: 415, message: '提交的内容格式不受支持，请使用 JSON。' },
  wechat_code_invalid: { status: 422, message: '微信登录凭证无效或已过期，请重新登录。' },
  wechat_code_used: { status: 422, message: '微信登录凭证已经用过，请重新登录。' },
  wechat_user_blocked: { status: 403, message: '微信判断此账号存在风险，暂时无法登录。您可以稍后再试，或到窗口办理。' },
  snapshot_user_refused: { status: 403, message: '当前是微信的预览页面。请点击页面下方“使用完整服务”后再登录。' },
  phone_code_incorrect: { status: 422, message: '验证码不正确，请核对短信后重新输入。' },
  phone_code_expired: { status: 422, message: '验证码已失效，请重新获取。' },
  phone_number_unsupported: { status: 422, message: '只支持中国大陆手机号，请更换后重试。' },
  header_too_large: { status: 431, message: '请求头太大，请清理后重试。' },
  rate_limited: { status: 429, message: '操作太频繁，请稍后再试。' },
  feature_unavailable: { status: 404, message: '本地区暂未开通这项服务。' },
  internal_error: { status: 500, message: '系统出了问题，您填写的内容没有丢失，请稍后重试。' },
  wechat_unavailable: { status: 502, message: '暂时连接不上微信，请稍后重试。' },
  wechat_misconfigured: { status: 502, message: '微信接口配置有误，工作人员已能在日志中看到，请稍后重试。' },
  sms_unavailable: { status: 502, message: '短信暂时发送失败，请稍后重试。' },
  service_unavailable: { status: 503, message: '服务正在启动或维护，请稍后重试。' },
} as const;

/** Of the staff part: its screens say the sentence as it stands here, what happened first, then what to do. */
const codesForStaff = {
  guide_changed_meanwhile: { status: 409, message: '这份指南刚刚有了新版本。请先看看新版本改了什么，再继续。' },
  guide_faults_remain: { status: 422, message: '还有必须改正的地方，请按提示改好再提交。' },
  implementation_code_taken: { status: 409, message: '这个实施编码已经用过了。请核对编码，或者直接修改那份指南。' },
  invitation_not_found: { status: 404, message: '这份邀请不存在、已经用过或已经过期，请联系管理员重新邀请。' },
  phone_number_required: { status: 403, message: '还没有绑定手机号，请先绑定受邀的手机号，再接受邀请。' },
  phone_number_mismatch: { status: 403, message: '您绑定的手机号不是受邀的号码，请换成受邀的号码，或联系管理员。' },
  already_staff: { status: 409, message: '这个微信已经是工作人员的账号，请联系管理员。' },
  report_not_found: { status: 404, message: '没有找到这条反馈，请刷新列表。' },
  report_closed: { status: 409, message: '这条反馈已经处理过，请刷新列表。' },
  department_name_taken: { status: 409, message: '已经有同名的部门，请换一个名称。' },
  department_cycle: { status: 409, message: '部门不能移到自己或自己的下级下面，请另选上级。' },
  department_in_use: { status: 409, message: '还有内容属于这个部门，不能删除。请先处理下面列出的内容。' },
  office_changed: { status: 409, message: '您打开以后，别人改过这个大厅。请对照后再保存。' },
  office_code_taken: { status: 409, message: '已经有这个编码的大厅，请换一个编码。' },
  office_in_use: { status: 409, message: '还有内容用到它，不能删除。请先修改下面列出的内容。' },
  synonym_not_found: { status: 404, message: '没有这条自带的说法，请刷新列表。' },
  import_not_found: { status: 404, message: '没有找到这次导入，请刷新列表。' },
  import_under_way: { status: 409, message: '有一次导入正在进行，请等它完成后再试。' },
  import_id_taken: { status: 409, message: '这个导入编号已经用过，请重新选择文件。' },
  import_preview_outdated: { status: 409, message: '内容已经重新核对过，请看过新的结果再确认。' },
  import_has_refused_rows: { status: 409, message: '有不能导入的行。请改好文件重新上传，或者同意只导入其余的行。' },
  import_closed: { status: 409, message: '这次导入已经结束，请刷新列表。' },
  file_too_large: { status: 413, message: '文件太大，请缩小后重新选择。' },
  file_empty: { status: 422, message: '文件是空的，请重新选择。' },
  file_type_refused: { status: 422, message: '不能使用这种文件，请换成允许的格式。' },
  picture_refused: { status: 422, message: '图片不能使用，请换一张或另存后再传。' },
  draft_not_found: { status: 404, message: '没有找到这份草稿，请刷新列表。' },
  draft_exists: { status: 409, message: '这份草稿已经是别人建的，请重新新建一份。' },
  draft_changed_meanwhile: { status: 409, message: '您打开之后，草稿有人改过。您写的内容还在，请核对后再保存。' },
  step_not_possible: { status: 409, message: '现在不能做这一步，可能别人已经处理过。请刷新后再看。' },
  approval_needs_another: { status: 403, message: '写过这份稿子的人不能自己审核，请由另一位审核人来审。' },
  announcement_has_faults: { status: 422, message: '检查发现有必须改的地方，请改好后再试。' },
  correction_open: { status: 409, message: '这条公告有正在写的更正稿，请先把它发布或作废。' },
  publish_time_passed: { status: 422, message: '发布时间已经过了，请改成以后的时间，或者直接发布。' },
  index_number_taken: { status: 409, message: '这个索引号已经用在另一条公告上，请换一个，或留空由系统编号。' },
  document_refused: { status: 422, message: '这份文档不能读取，请按提示另存后再传。' },
  text_refused: { status: 422, message: '这段内容不能保存，请按提示修改。' },
  body_name_exists: { status: 409, message: '这个说法已经在表里，请直接修改那一条。' },
  confirmation_required: { status: 403, message: '这项操作要先由您本人确认，请按提示确认后再试。' },
  confirmation_needs_phone: { status: 403, message: '在这里不能确认，请在手机上的微信里确认。' },
  confirmation_not_yours: { status: 403, message: '确认用的微信不是您登录的微信，请换回您登录的微信。' },
  confirmation_request_not_found: { status: 404, message: '没有找到要确认的内容，请在电脑上重新获取二维码。' },
  confirmation_request_expired: { status: 409, message: '已经过了时间，请在电脑上重新获取二维码。' },
  confirmation_request_decided: { status: 409, message: '已经有人处理过，请看电脑上的显示。' },
  member_not_found: { status: 404, message: '没有找到这位工作人员，请刷新名单。' },
  member_elsewhere: { status: 409, message: '这位工作人员还在别的部门任职：您可以收回本部门的职责；要停用，请找上级部门的管理员。' },
  member_state_changed: { status: 409, message: '这位工作人员的状态已经变了，请刷新后再看。' },
  phone_number_taken: { status: 409, message: '这个手机号已经是工作人员，或者已经受邀，请在名单里查找。' },
  role_outside_departments: { status: 403, message: '只能授予或收回您负责的部门和下级部门的职责，请去掉别的部门。' },
  own_roles: { status: 403, message: '不能给自己增加职责，也不能停用自己，请由另一位管理员办理。' },
  last_administrator: { status: 409, message: '这是最上级部门的最后一位管理员，请先让另一位管理员上岗。' },
  successor_required: { status: 409, message: '名下还有没办完的事，请选一位接手人。' },
  successor_unfit: { status: 422, message: '接手人要在岗，并且在同一部门或上级部门，请换一位。' },
  stand_in_unfit: { status: 422, message: '代班人要在岗，并且在同一部门或上级部门，请换一位。' },
  stand_in_overlaps: { status: 409, message: '这段时间已经有人代班，请换一段时间，或先结束原来的。' },
  stand_in_cycle: { status: 409, message: '这位同事这段时间也不在岗，而且由您这边代班，请换一位。' },
  stand_in_period_invalid: { status: 422, message: '日期不对，请核对：结束不能早于开始，也不能早于今天，最长一年。' },
  stand_in_not_found: { status: 404, message: '没有找到这次代班，可能已经结束，请刷新。' },
} as const;

/**
 * Every code the API can answer with: its HTTP status and the sentence a person may read.
 * Codes are stable; sentences may be improved.
 */
export const errorCodes = { ...codesForAll, ...codesForStaff };
export type StaffErrorCode = keyof typeof codesForStaff;

export type ErrorCode = keyof typeof errorCodes;

export const FieldError = Type.Object({
  field: Type.String({ description: '字段路径，例如 body.phoneNumber' }),
  message: Type.String({ description: '给人看的中文说明' }),
});

export const ErrorReply = Type.Object(
  {
    code: Type.String({ description: '稳定的错误代码' }),
    message: Type.String({ description: '给人看的中文说明' }),
    fieldErrors: Type.Optional(Type.Array(FieldError)),
    requestId: Type.String({ description: '请求编号，报告问题时请附上' }),
  },
  { title: 'ErrorReply' },
);
export type ErrorReply = Static<typeof ErrorReply>;
export type FieldError = Static<typeof FieldError>;
