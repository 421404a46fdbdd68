const fillerText = `
的 了 着 是 在 有 和 与 及 或 但 就 都 也 还 要 需 需要 应 应该 应当 该 可以 能否 能不能 可不可以 可否 是否 是不是 被 把 对 为 以 于 得要
我 你 您 他 她 我们 你们 咱们 他们 自己 本人 大家 这 那 这个 那个 这些 那些 这样 一个 一下 家里 我家 我妈 我爸 妈妈 爸爸 老婆 老公
能 会 不 没 没有 吗 呢 啊 吧 呀 嘛 么 哦 嗯 哈 喂 你好 您好 谢谢 麻烦 请 请问 问下 问一下 咨询一下 想问 想问一下 打听 告诉 知道 想知道 我想 想要
什么 什么样 什么时候 为什么 为何 何 何时 何种 谁 哪 哪个 哪些 哪里 哪儿 哪种 哪几 几个 多少 多久 多长 多长时间
怎么 怎么办 怎么办理 怎么样 怎么弄 怎么走 怎样 如何 咋 咋办 咋弄 办 去办 到哪里 在哪里 在哪 去哪 去哪里
`;

/**
 * Words that a spoken question is padded with: they say how somebody asks, not what about. They are searched too, but weigh
 * little. Words that say what is wanted (材料, 流程, 要求) are none: their frequency weighs them.
 */
export const fillers: ReadonlySet<string> = new Set(fillerText.trim().split(/\s+/));

/** Fillers of one character. Alone they are not indexed: they stand in most texts, so looking them up costs much and finds nothing. */
export const fillerCharacters: ReadonlySet<string> = new Set([...fillers].filter((word) => word.length === 1));

const asideText = `
材料 资料 手续 流程 程序 步骤 条件 要求 标准 规定 政策 时间 时限 期限 费用 收费 收费标准 多少钱 要钱 免费 地址 地点 电话 窗口 网址 情况 问题 方法 方式
申请 办理 咨询 查询 下载 预约 网上 网上办 代办 委托 有关 关于 相关 进行 带 拿 准备 填 交 领 找 做 去 来 用 想 问 说 看 帮 给 让 跟 替
从 到 向 由 按 等 时 中 里 上 下 前 后 过 得 地 之 又 再 才 只 很 太 更 最 先 刚 刚刚 已 已经 现在 今天 昨天 以前 以后 之后 几 位 次
`;

/**
 * Words that ask for what every guide tells, name the doing itself, or only join others. They are ranked with like any
 * word, but whether a document has them says nothing about whether it is about the matter.
 */
export const asides: ReadonlySet<string> = new Set(asideText.trim().split(/\s+/));
