import { seededRandom } from '../support/seededRandom';

/** Guides as many as wanted, always the same, from a vocabulary of their own and with the frequencies of real ones: few matters are common, most are rare. */
export interface SyntheticGuide {
  id: string;
  name: string;
  keywords: string[];
  body: string;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const matters = words(`
居民身份证 社会保障卡 居住证 户口簿 出生登记 户口迁移 结婚登记 离婚登记 不动产权证书 不动产抵押 机动车驾驶证 机动车行驶证 住房公积金 养老保险 医疗保险 失业保险金 工伤待遇 生育津贴
最低生活保障 临时救助 残疾人证 高龄津贴 老年人优待证 特困供养 孤儿生活费 医疗救助 异地就医 门诊慢性病 营业执照 食品经营许可 药品经营许可 烟草零售许可 公共场所卫生许可 特种行业许可
建筑施工许可 消防验收 排污许可 取水许可 林木采伐 种子生产许可 动物防疫条件 兽药经营 渔业捕捞 水产苗种 农药经营 农机登记 宅基地 承包经营权 土地转用 规划许可 道路运输证 从业资格 网约车许可 出租汽车
校车使用 教师资格 民办学校 学籍异动 助学贷款 学生资助 普通话测试 文物保护 演出许可 互联网上网服务 广播电视 体育场馆 高危体育项目 旅行社 导游证 护照 通行证 法律援助 公证 律师执业 社会团体 民办非企业 基金会
地名命名 殡葬服务 养老机构 慈善募捐 退役军人优待 烈士褒扬 军属慰问 人才引进 职称评审 技能鉴定 创业贷款 就业补贴 劳务派遣 集体合同 劳动仲裁 计量器具 特种设备 产品认证 商标质押 广告发布 外商投资
契税 增值税发票 个人所得税 房产税 车船税 城镇土地使用税 保障性住房 公租房 危房改造 物业维修资金 燃气经营 供热许可 城市绿化 户外广告 渣土运输 占道施工 污水排入 桥梁检测 气象探测 防雷装置 地震监测 矿产开采 测绘资质
危险化学品 烟花爆竹 安全培训 应急预案 保安服务 民用枪支 爆破作业 剧毒化学品 大型活动 印章刻制 典当行 融资担保 小额贷款 粮食收购 盐业批发 成品油零售 拍卖企业 再生资源 直销企业 电动自行车 二手车交易
`);
const actions = words('申领 补领 换领 注销 变更 延续 核准 备案 审批 认定 登记 年审 查询 转移 撤销 发放 缴存 提取 报销 复核 迁移 更正 公示 初审 验收 检定 抵押 质押 恢复 终止');
const audiences = words('本县居民 外来人员 未成年人 老年人 残疾人 退役军人 高校毕业生 农村居民 城镇职工 灵活就业人员 个体工商户 小微企业 外资企业 农民合作社 社会组织 事业单位 港澳居民 台湾居民 新生儿 孕产妇 困难家庭 低收入人群 孤儿 失业人员 企业职工 随迁子女 归侨侨眷 驾驶人 纳税人 经营者');
const places = words('云岫 松溪 白塔 青石 长河 东岭 南坪 西湾 北山 中兴 龙泉 凤鸣 石桥 柳林 桃源 金沙 银杏 双河 三江 四坪 五里 六合 七星 八角 九龙 十里 梅岭 兰溪 竹海 菊园');
const units = words('街道 镇 乡 社区 村 开发区 园区 片区');
const materials = words('居民身份证原件 户口簿复印件 近期免冠照片 申请表 承诺书 委托书 营业执照副本 法定代表人证明 场地使用证明 平面布置图 从业人员名册 健康证明 检验报告 完税凭证 银行账户信息 医疗机构诊断证明 劳动合同 离职证明 学历证书 结婚证 出生医学证明 房屋买卖合同 土地使用证明 环境影响说明 安全评价报告 设备清单 管理制度文本 审计报告 验资证明 章程');
const sentences = [
  (matter: string, action: string, audience: string): string => `${audience}需要${action}${matter}的，可以向政务服务中心窗口提出申请`,
  (matter: string, action: string): string => `${matter}${action}实行一次性告知，材料不齐的当场说明需要补正的内容`,
  (matter: string): string => `受理条件：在本行政区域内，符合${matter}有关规定，近三年没有严重失信记录`,
  (matter: string, action: string, audience: string): string => `${audience}也可以委托他人代为${action}，代办人应当出示本人有效证件`,
  (matter: string, action: string): string => `窗口收到${matter}的申请后，在承诺期限内完成${action}，结果以短信告知`,
  (matter: string): string => `对${matter}的决定有异议的，可以在六十日内申请行政复议`,
];

/** A common matter is drawn much more often than a rare one. */
function pick<T>(from: readonly T[], random: () => number, skew = 1): T {
  const chosen = from[Math.floor(random() ** skew * from.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

export function syntheticGuide(number: number): SyntheticGuide {
  const random = seededRandom(number + 1);
  const [matter, action, audience] = [pick(matters, random, 1.6), pick(actions, random, 1.3), pick(audiences, random)];
  const place = `${pick(places, random)}${pick(places, random)}${pick(units, random)}`;
  const name = `${random() < 0.5 ? audience : ''}${matter}${action}${random() < 0.4 ? `（${place}）` : ''}`;
  const told = Array.from({ length: 3 + Math.floor(random() * 5) }, () => pick(sentences, random)(random() < 0.7 ? matter : pick(matters, random, 1.6), action, audience));
  const needed = Array.from({ length: 2 + Math.floor(random() * 5) }, () => pick(materials, random));
  const reference = Math.floor(random() * 1e8).toString().padStart(8, '0');
  return {
    id: String(number),
    name,
    keywords: [matter, ...(random() < 0.3 ? [pick(materials, random)] : [])],
    body: `${told.join('。')}。所需材料：${[...new Set(needed)].join('、')}。办理地点：${place}便民服务中心${1 + Math.floor(random() * 60)}号窗口。咨询电话：0000-${reference}。`,
  };
}

const askings = [
  (matter: string, action: string): string => `请问${matter}${action}需要带什么材料`,
  (matter: string, action: string, audience: string): string => `我是${audience}，想去${action}${matter}，应该到哪里办理`,
  (matter: string, action: string, audience: string): string => `${audience}的${matter}丢了怎么办，可以${action}吗`,
  (matter: string, action: string, _: string, place: string): string => `我家在${place}，${matter}${action}要多长时间能办好`,
  (matter: string, action: string, audience: string): string => `帮我妈妈${action}${matter}，她是${audience}，行动不便，能不能委托别人代办`,
];

/** What a citizen may ask, and the noun somebody would type into a box that knows no better. */
export function syntheticQuestion(number: number): { text: string; noun: string } {
  const random = seededRandom(1_000_003 + number);
  const noun = pick(matters, random, 1.3);
  return { text: pick(askings, random)(noun, pick(actions, random), pick(audiences, random), `${pick(places, random)}${pick(units, random)}`), noun };
}
