/** Slips that belong to no rule: what was written and what was meant. An office adds its own on a sheet 错词. */
export interface Slip {
  readonly wrong: string;
  readonly right: string;
  /** The slip is one only where one of these follows, */
  readonly before?: readonly string[];
  /** where none of these follows, */
  readonly notBefore?: readonly string[];
  /** where one of these stands before it, */
  readonly after?: readonly string[];
  /** and where none of these stands before it; */
  readonly notAfter?: readonly string[];
  /** and an office may write so: only where it stands once, and what was meant several times. */
  readonly rare?: true;
}

const MARKS = ["、", "，", "；", "。", "："];
/** 设备, 准备 … end before a noun that 各 could stand before. */
const ENDS_IN_READY = Array.from("准设配具储筹完必预常战装后防齐兼自贮灾军戒责守");

/** Well-known slips in words of two characters, where no longer word tells that one was meant. */
export const slips: readonly Slip[] = [
  { wrong: "期中", right: "其中", before: ["："] },
  { wrong: "予算", right: "预算" },
  { wrong: "予计", right: "预计" },
  { wrong: "拔款", right: "拨款" },
  { wrong: "拔付", right: "拨付" },
  { wrong: "下拔", right: "下拨" },
  { wrong: "划拔", right: "划拨" },
  { wrong: "支岀", right: "支出" },
  { wrong: "帐户", right: "账户" },
  { wrong: "台帐", right: "台账" },
  { wrong: "按排", right: "安排" },
  { wrong: "租凭", right: "租赁" },
  { wrong: "津帖", right: "津贴" },
  { wrong: "补帖", right: "补贴" },
  { wrong: "布署", right: "部署" },
  { wrong: "部份", right: "部分" },
  { wrong: "主要用与", right: "主要用于" },
  { wrong: "主要用予", right: "主要用于" },
  { wrong: "主要用干", right: "主要用于" },
  {
    wrong: "主要原因",
    right: "主要原因是",
    notBefore: [...Array.from("是为系在如一分有与和的、，；。：（）"), "主要", "说明", "包括", "由于"],
    after: ["万元，", "%，"],
    rare: true,
  },
  {
    wrong: "一般预算",
    right: "一般公共预算",
    before: ["拨款", "支出", "收入", "基本支出", "项目支出"],
    notAfter: ["地方", "财政"],
    rare: true,
  },
  { wrong: "不于", right: "不予", before: ["公开", "支持", "批准", "受理", "安排", "拨付", "认定"] },
  { wrong: "做为", right: "作为", notAfter: Array.from("叫当看") },
  { wrong: "截止", right: "截至", before: ["20", "上年", "本年", "去年", "年底"] },
  { wrong: "商品服务支出", right: "商品和服务支出", notAfter: ["各项", "各类", "的"] },
  {
    wrong: "支行",
    right: "执行",
    before: ["了", "财政", "政策", "会议", "决定", "任务", "预算", "中央"],
    notAfter: Array.from("分某市县区州省路"),
  },
  {
    wrong: "全部由于",
    right: "全部用于",
    before: ["购买", "采购", "购置", "支付", "发放", "缴纳", "开展", "保障", "聘用", "聘请", "维修", "维护", "日常", "办公", "租赁", "本"],
  },
  { wrong: "入住", right: "入驻", before: ["行政服务", "政务服务", "政务大厅", "服务大厅", "服务中心", "窗口"] },
  { wrong: "回该", right: "回访", before: MARKS, after: ["、", "和", "及", "，"] },
  { wrong: "待列", right: "代列", notBefore: ["入", "支", "席", "明", "示", "出"] },
  ...["窗口", "单位", "部门", "科室", "股室", "处室", "乡镇", "街道", "社区", "县市", "地区", "级财政", "级部门", "项工作", "族群众"].map(
    (noun) => ({ wrong: `备${noun}`, right: `各${noun}`, notAfter: ENDS_IN_READY }),
  ),
];

/**
 * Words in which 单位 is no organisation: a document of a 部门 made from that of a 单位 by replacing all over has 部门
 * in them. Each is written here as it ought to stand.
 */
export const fixedWords: readonly string[] = [
  "单位价值",
  "单位单价",
  "单位价格",
  "单位面积",
  "单位成本",
  "单位造价",
  "单位能耗",
  "计量单位",
  "货币单位",
  "金额单位",
  "单位：万元",
  "单位：元",
  "企事业单位",
  "附属单位",
  "下属预算单位",
  "家预算单位",
  "预算单位构成",
  "施工单位",
  "监理单位",
  "中标单位",
];
