import type { Duty, Wanted } from "./define";

const word = (name: string, pattern: RegExp): Wanted => ({ name, pattern });
/** Asked for in some places, or of some offices only. */
const perhaps = (name: string, pattern: RegExp): Wanted => ({ name, pattern, mayLack: true });

const RULE_143 = "财预〔2016〕143号";
const CATALOGUE = "财政预决算领域基层政务公开标准目录";
const PRACTICE = "公开检查的做法";

/** What a published department budget must contain and hold, as notices ask and reviewers look for it. */
export const duties: readonly Duty[] = [
  {
    number: 1,
    words: "部门收支总体情况各表、财政拨款收支各表、国有资本经营预算表齐全",
    ground: `${RULE_143}；${CATALOGUE}`,
    seen: {
      by: "tables",
      tables: ["overview", "income", "expenditure", "fiscal", "general", "basic", "threePublic", "funds", "stateCapital"],
    },
  },
  {
    number: 2,
    words: "一般公共预算支出列到项级科目，基本支出列到经济分类款级科目",
    ground: RULE_143,
    seen: {
      by: "levels",
      levels: [
        { table: "general", kind: "item", word: "项级" },
        { table: "basic", kind: "group", word: "款级" },
      ],
    },
  },
  { number: 3, words: "没有数的表照样公开，并在表下说明为空表", ground: RULE_143, seen: { by: "rules", ids: ["S13", "S14"] } },
  {
    number: 4,
    words: "“三公”经费分三项、公务用车分购置和运行，表和文字里都说明",
    ground: `${RULE_143}；${PRACTICE}`,
    seen: {
      by: "words",
      tables: ["threePublic"],
      words: [
        word("因公出国（境）费", /因公出国/),
        word("公务用车购置费", /(?:公务用车|公车|车辆)购置/),
        word("公务用车运行维护费", /(?:公务用车|公车|车辆)(?:购置及)?运行/),
        word("公务接待费", /公务接待/),
      ],
    },
  },
  {
    number: 5,
    words: "因公出国团组数和人次、车辆购置数和保有量、接待批次和人次",
    ground: `${PRACTICE}（决算必须，预算按当地模板）`,
    seen: {
      by: "words",
      words: [
        perhaps("出国团组", /团组/),
        perhaps("公务用车数量", /(?:保有量|购置)[^。；]{0,12}\d+[辆台]/),
        perhaps("接待批次", /接待[^。；]{0,12}批次/),
      ],
    },
  },
  {
    number: 6,
    words: "主要职责、机构设置、预算单位构成",
    ground: `${RULE_143}；${CATALOGUE}`,
    seen: {
      by: "words",
      words: [
        word("主要职责", /主要(?:职责|职能)|职能职责/),
        word("机构设置", /机构(?:设置|情况|编制)|内设(?:机构|科室|处室)/),
        perhaps("预算单位构成", /单位(?:构成|组成)|预算编制范围|纳入.{0,40}(?:编制|预算)范围|本级预算/),
      ],
    },
  },
  {
    number: 7,
    words: "收支增减变化情况及原因",
    ground: RULE_143,
    seen: { by: "words", words: [word("增减变化", /(?:增加|减少|增长|下降|持平)/), word("变化的原因", /原因/)] },
  },
  { number: 8, words: "机关运行经费安排情况", ground: RULE_143, seen: { by: "words", words: [word("机关运行经费", /机关运行经费/)] } },
  {
    number: 9,
    words: "政府采购预算总额，及其中货物、工程、服务",
    ground: RULE_143,
    seen: { by: "words", words: [word("政府采购", /政府采购/), word("货物", /货物/), word("工程", /工程/), word("服务", /服务/)] },
  },
  {
    number: 10,
    words: "国有资产占用情况",
    ground: `${RULE_143}（逐步公开）`,
    seen: { by: "words", words: [word("国有资产占用", /国有资产/)] },
  },
  {
    number: 11,
    words: "项目支出绩效目标",
    ground: "财政部2026年3月26日关于中央预算公开的通报（2026年六成以上一级项目公开绩效目标表）；云南、贵州公开模板",
    seen: { by: "words", words: [word("绩效目标", /绩效(?:目标|管理|评价|情况)/)] },
  },
  {
    number: 12,
    words: "政府购买服务、对下转移支付及其绩效、项目中期规划",
    ground: "云南2026年公开模板",
    seen: {
      by: "words",
      words: [
        perhaps("政府购买服务", /政府购买服务/),
        perhaps("对下转移支付", /对下(?:专项)?转移支付/),
        perhaps("项目中期规划", /中期(?:财政)?规划/),
      ],
    },
  },
  {
    number: 13,
    words: "委托业务费的表和说明",
    ground: "新疆公开模板",
    families: ["xinjiang"],
    seen: { by: "words", tables: ["commissioned"], words: [word("委托业务费", /委托业务费/)] },
  },
  { number: 14, words: "名词解释", ground: RULE_143, seen: { by: "words", words: [word("名词解释", /名词解释|专业(?:性)?名词/)] } },
  { number: 15, words: "目录与后面的内容一致", ground: PRACTICE, seen: { by: "contents" } },
  { number: 16, words: "封面的年度、部门（单位）、种类与全文一致", ground: PRACTICE, seen: { by: "rules", ids: ["S03", "S05", "B07"] } },
  { number: 17, words: "每张表注明计量单位，金额大小与单位相符", ground: PRACTICE, seen: { by: "rules", ids: ["S04"] } },
  { number: 18, words: "合计平衡，各表之间勾稽相符", ground: PRACTICE, seen: { by: "ties" } },
  {
    number: 19,
    words: "文字里的金额、占比、增减、名称与表一致",
    ground: PRACTICE,
    seen: { by: "text", categories: ["figure", "share", "change", "sum", "name"] },
  },
  { number: 20, words: "同一个数在文中几处写得一样", ground: PRACTICE, seen: { by: "text", categories: ["figure"] } },
  {
    number: 21,
    words: "占比、增减幅度的数后面有“%”，金额后面有单位",
    ground: PRACTICE,
    seen: { by: "rules", ids: ["B06"] },
  },
  {
    number: 22,
    words: "上年为0时，增减幅度按当地的写法",
    ground: "各地写法不同：新疆模板写增长100%，上海检查时算错",
    seen: { by: "person", look: "上年为0的科目，看增减幅度的写法是否合当地要求" },
  },
  { number: 23, words: "没有模板提示、占位的字样和个人电话、证件号码", ground: PRACTICE, seen: { by: "rules", ids: ["B10"] } },
  { number: 24, words: "增减的原因说的是本年的事", ground: PRACTICE, seen: { by: "rules", ids: ["B07", "B09"] } },
  {
    number: 25,
    words: "部门的数等于所属单位之和",
    ground: "朝双财〔2024〕114号",
    kind: "部门",
    seen: { by: "person", look: "各单位的表加起来，与部门的表逐格核对" },
  },
  {
    number: 26,
    words: "公开的数与批复、预算管理一体化系统里的数一致",
    ground: PRACTICE,
    seen: { by: "person", look: "与预算批复文件或一体化系统导出的表核对" },
  },
  {
    number: 27,
    words: "批复后二十日内公开，在本部门网站和统一平台公开，文件打得开、文字可选",
    ground: RULE_143,
    seen: { by: "person", look: "公开的日期、网址，文件能否打开和复制文字" },
  },
  { number: 28, words: "上年数与上年公开的数一致", ground: PRACTICE, seen: { by: "person", look: "与上年公开的预算核对上年数" } },
  { number: 29, words: "政府债务", ground: "只有财政部门的政府预算要公开", families: [], seen: { by: "person", look: "" } },
];
