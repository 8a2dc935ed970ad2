import { normaliseLabel } from "../../text/wording";

/**
 * 政府收支分类科目 that this tool knows. There is no public machine-readable full table, so the lists hold the codes that
 * real disclosure documents show, the class list printed in tables 1 and 4, and the economic classification; each entry
 * says where it is from. An unknown code is therefore worth a hint, never an error. Source: rules.md F.
 */
export type SubjectKind = "functional" | "economic";

/**
 * seen: read in published disclosure documents · classList: printed in the list of classes of tables 1 and 4 ·
 * confirmed: code and name agree in two public sources · nameOnly: only name and order agree in them · unconfirmed: to be
 * held against the year's 《政府收支分类科目》.
 */
export type SubjectSource = "seen" | "classList" | "confirmed" | "nameOnly" | "unconfirmed";

export interface Subject {
  /** 类 3, 款 5, 项 7 digits (functional); 类 3, 款 5 digits (economic). */
  readonly code: string;
  /** The current official name. */
  readonly name: string;
  readonly source: SubjectSource;
  /** The name up to and including the year `until`. */
  readonly former?: { readonly name: string; readonly until: number };
  /** Wordings met in published documents in place of the official name. */
  readonly alsoWritten?: readonly string[];
}

type Details = Pick<Subject, "former" | "alsoWritten">;
type Entry = readonly [code: string, name: string, details?: Details];

const from = (source: SubjectSource, entries: readonly Entry[]): readonly Subject[] =>
  entries.map(([code, name, details]) => ({ code, name, source, ...details }));

/** One 类 of the economic classification with its 款, given as two digits. */
const under = (source: SubjectSource, group: string, entries: readonly Entry[]): readonly Subject[] =>
  from(source, entries.map(([digits, ...rest]): Entry => [group + digits, ...rest]));

const byCode = (subjects: readonly Subject[]): readonly Subject[] =>
  [...subjects].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** The classes of expenditure in the order of tables 1 and 4: 201…234 (templates without 234 leave the last one out). */
export const expenditureClasses: readonly Subject[] = from("classList", [
  ["201", "一般公共服务支出"],
  ["202", "外交支出"],
  ["203", "国防支出"],
  ["204", "公共安全支出"],
  ["205", "教育支出"],
  ["206", "科学技术支出"],
  ["207", "文化旅游体育与传媒支出", { former: { name: "文化体育与传媒支出", until: 2018 } }],
  ["208", "社会保障和就业支出"],
  ["209", "社会保险基金支出"],
  ["210", "卫生健康支出", { former: { name: "医疗卫生与计划生育支出", until: 2018 }, alsoWritten: ["医疗卫生支出"] }],
  ["211", "节能环保支出"],
  ["212", "城乡社区支出"],
  ["213", "农林水支出"],
  ["214", "交通运输支出"],
  ["215", "资源勘探工业信息等支出", { former: { name: "资源勘探信息等支出", until: 2019 } }],
  ["216", "商业服务业等支出"],
  ["217", "金融支出"],
  ["219", "援助其他地区支出"],
  ["220", "自然资源海洋气象等支出", { former: { name: "国土海洋气象等支出", until: 2018 } }],
  ["221", "住房保障支出"],
  ["222", "粮油物资储备支出"],
  ["223", "国有资本经营预算支出"],
  ["224", "灾害防治及应急管理支出"],
  ["227", "预备费"],
  ["229", "其他支出"],
  ["230", "转移性支出"],
  ["231", "债务还本支出"],
  ["232", "债务付息支出"],
  ["233", "债务发行费用支出"],
  ["234", "抗疫特别国债安排的支出"],
]);

/** 功能分类: the classes, and the groups and items met in published documents. Ascending by code. */
export const functionalSubjects: readonly Subject[] = byCode([
  ...expenditureClasses,
  ...from("seen", [
    ["20101", "人大事务"],
    ["2010101", "行政运行"],
    ["20103", "政府办公厅（室）及相关机构事务"],
    ["2010301", "行政运行"],
    ["2010302", "一般行政管理事务"],
    ["2010350", "事业运行"],
    ["2010399", "其他政府办公厅（室）及相关机构事务支出"],
    ["20109", "海关事务"],
    ["2010905", "缉私办案"],
    ["20132", "组织事务"],
    ["2013299", "其他组织事务支出"],
    ["20508", "进修及培训"],
    ["2050803", "培训支出"],
    ["20604", "技术研究与开发", { alsoWritten: ["研究与开发", "技术与开发"] }],
    ["2060404", "科技成果转化与扩散"],
    ["20805", "行政事业单位养老支出", { former: { name: "行政事业单位离退休", until: 2019 } }],
    ["2080501", "行政单位离退休"],
    ["2080502", "事业单位离退休"],
    ["2080505", "机关事业单位基本养老保险缴费支出"],
    ["2080506", "机关事业单位职业年金缴费支出"],
    ["21011", "行政事业单位医疗"],
    ["2101101", "行政单位医疗"],
    ["2101102", "事业单位医疗"],
    ["2101103", "公务员医疗补助"],
    ["2101199", "其他行政事业单位医疗支出"],
    ["21502", "制造业"],
    ["2150207", "通信设备、计算机及其他电子设备制造业"],
    ["22102", "住房改革支出"],
    ["2210201", "住房公积金"],
  ]),
  ...from("unconfirmed", [
    ["20807", "就业补助"],
    ["2080705", "公益性岗位补贴"],
  ]),
]);

/** 309 and 310 have nearly the same 款; only the code tells them apart. */
const CAPITAL: readonly Entry[] = [
  ["01", "房屋建筑物购建"],
  ["02", "办公设备购置"],
  ["03", "专用设备购置"],
  ["05", "基础设施建设"],
  ["06", "大型修缮"],
  ["07", "信息网络及软件购置更新"],
  ["08", "物资储备"],
  ["13", "公务用车购置"],
  ["19", "其他交通工具购置"],
  ["21", "文物和陈列品购置"],
  ["22", "无形资产购置"],
];

/** 部门预算支出经济分类. Ascending by code. */
export const economicSubjects: readonly Subject[] = byCode([
  ...from("seen", [
    ["301", "工资福利支出"],
    ["302", "商品和服务支出"],
    ["303", "对个人和家庭的补助"],
    ["307", "债务利息及费用支出"],
    ["309", "资本性支出（基本建设）"],
    ["310", "资本性支出", { former: { name: "其他资本性支出", until: 2017 } }],
    ["311", "对企业补助（基本建设）"],
    ["312", "对企业补助"],
    ["313", "对社会保障基金补助"],
    ["399", "其他支出"],
  ]),
  ...under("seen", "301", [
    ["01", "基本工资"],
    ["02", "津贴补贴"],
    ["03", "奖金"],
    ["08", "机关事业单位基本养老保险缴费"],
    ["09", "职业年金缴费"],
    ["10", "职工基本医疗保险缴费"],
    ["11", "公务员医疗补助缴费"],
    ["12", "其他社会保障缴费"],
    ["13", "住房公积金"],
    ["14", "医疗费"],
    ["99", "其他工资福利支出"],
  ]),
  ...under("confirmed", "301", [
    ["06", "伙食补助费"],
    ["07", "绩效工资"],
  ]),
  ...under("seen", "302", [
    ["01", "办公费"],
    ["02", "印刷费"],
    ["07", "邮电费"],
    ["08", "取暖费"],
    ["09", "物业管理费"],
    ["11", "差旅费"],
    ["13", "维修（护）费"],
    ["14", "租赁费"],
    ["16", "培训费"],
    ["17", "公务接待费"],
    ["26", "劳务费"],
    ["28", "工会经费"],
    ["29", "福利费"],
    ["31", "公务用车运行维护费"],
    ["99", "其他商品和服务支出"],
  ]),
  ...under("confirmed", "302", [
    ["03", "咨询费"],
    ["04", "手续费"],
    ["05", "水费"],
    ["06", "电费"],
    ["12", "因公出国（境）费用"],
    ["15", "会议费"],
    ["18", "专用材料费"],
    ["27", "委托业务费"],
    ["39", "其他交通费用"],
  ]),
  ...under("nameOnly", "302", [
    ["24", "被装购置费"],
    ["25", "专用燃料费"],
    ["40", "税金及附加费用"],
  ]),
  ...under("seen", "303", [
    ["02", "退休费"],
    ["05", "生活补助"],
    ["09", "奖励金"],
  ]),
  ...under("nameOnly", "303", [
    ["01", "离休费"],
    ["03", "退职（役）费"],
    ["04", "抚恤金"],
    ["06", "救济费"],
    ["07", "医疗费补助"],
    ["08", "助学金"],
    ["10", "个人农业生产补贴"],
    ["99", "其他对个人和家庭的补助"],
  ]),
  ...under("unconfirmed", "303", [["11", "代缴社会保险费"]]),
  ...under("nameOnly", "307", [
    ["01", "国内债务付息"],
    ["02", "国外债务付息"],
    ["03", "国内债务发行费用"],
    ["04", "国外债务发行费用"],
  ]),
  ...under("confirmed", "309", [...CAPITAL, ["99", "其他基本建设支出"]]),
  ...under("confirmed", "310", [
    ...CAPITAL.filter(([digits]) => digits !== "02"),
    ["09", "土地补偿"],
    ["10", "安置补助"],
    ["11", "地上附着物和青苗补偿"],
    ["12", "拆迁补偿"],
    ["99", "其他资本性支出"],
  ]),
  ...under("seen", "310", [["02", "办公设备购置"]]),
  ...under("nameOnly", "311", [
    ["01", "资本金注入"],
    ["99", "其他对企业补助"],
  ]),
  ...under("nameOnly", "312", [
    ["01", "资本金注入"],
    ["03", "政府投资基金股权投资"],
    ["04", "费用补贴"],
    ["05", "利息补贴"],
    ["99", "其他对企业补助"],
  ]),
  ...under("nameOnly", "313", [
    ["02", "对社会保险基金补助"],
    ["03", "补充全国社会保障基金"],
  ]),
  ...under("unconfirmed", "313", [["04", "对机关事业单位职业年金的补助"]]),
  ...under("unconfirmed", "399", [
    ["07", "国家赔偿费用支出"],
    ["08", "对民间非营利组织和群众性自治组织补贴"],
    ["09", "经常性赠与"],
    ["10", "资本性赠与"],
    ["99", "其他支出"],
  ]),
]);

const index = {
  functional: new Map(functionalSubjects.map((subject) => [subject.code, subject])),
  economic: new Map(economicSubjects.map((subject) => [subject.code, subject])),
} as const;

/**
 * The subject of a code. Functional codes begin with 2 and economic ones with 3, so `kind` only narrows the search.
 *
 * @param code digits without spaces: "2010301", "30112".
 * @returns null for a code that is not in the built-in lists.
 */
export function subjectOf(code: string, kind?: SubjectKind): Subject | null {
  if (kind) return index[kind].get(code) ?? null;
  return index.functional.get(code) ?? index.economic.get(code) ?? null;
}

/** The official name of a code, in the wording of `year` where names have changed; null for an unknown code. */
export function subjectName(code: string, kind?: SubjectKind, year?: number): string | null {
  const subject = subjectOf(code, kind);
  if (!subject) return null;
  const { former } = subject;
  return former && year !== undefined && year <= former.until ? former.name : subject.name;
}

const classCodes: ReadonlyMap<string, string> = new Map(
  expenditureClasses.flatMap(({ code, name, former, alsoWritten }) => [name, ...(former ? [former.name] : []), ...(alsoWritten ?? [])].map((word) => [normaliseLabel(word), code])),
);

/** The class of expenditure that a name means, today's or a former one; null for none. */
export function classCodeOf(name: string): string | null {
  return classCodes.get(normaliseLabel(name)) ?? null;
}
