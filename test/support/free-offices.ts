import { readFileSync } from "node:fs";
import path from "node:path";
import { openBook } from "../../src/book/open";
import type { Against } from "../../src/proofread/book";
import { centralWorkbook, type CentralUnit } from "./central-workbook";
import { jiangsuWorkbook, type JiangsuOffice } from "./jiangsu-workbook";

/** Invented offices of the families whose offices word their texts as they like, each with its tables and a right text. */
export interface FreeDocument {
  readonly name: string;
  readonly against: Against;
  readonly text: readonly string[];
}

const JIANGSU: readonly JiangsuOffice[] = [
  {
    organisation: "江苏省示范事务局",
    year: 2018,
    items: [
      ["2010301", "行政运行", 1862.45],
      ["2010302", "一般行政管理事务", 940.2],
      ["2010399", "其他政府办公厅（室）及相关机构事务支出", 150],
      ["2080504", "未归口管理的行政单位离退休", 86.32],
      ["2080505", "机关事业单位基本养老保险缴费支出", 120.48],
      ["2210201", "住房公积金", 210.66],
      ["2210203", "购房补贴", 305.1],
    ],
    basic: [
      ["30101", "基本工资", 520.4],
      ["30102", "津贴补贴", 640.3],
      ["30108", "机关事业单位基本养老保险缴费", 120.48],
      ["30113", "住房公积金", 210.66],
      ["30201", "办公费", 150.2],
      ["30211", "差旅费", 80],
      ["30217", "公务接待费", 12],
      ["30231", "公务用车运行维护费", 45],
      ["30302", "退休费", 86.32],
    ],
    reserve: 180,
    public: [0, 0, 45, 12, 38.5, 26],
    purchase: [85.6, 0, 240],
  },
  {
    organisation: "示范省级水利科学研究院",
    year: 2020,
    items: [
      ["2050803", "培训支出", 36.2],
      ["2060302", "社会公益研究", 2150.8],
      ["2080505", "机关事业单位基本养老保险缴费支出", 198.44],
      ["2130305", "水利工程建设", 860],
      ["2210201", "住房公积金", 288.16],
    ],
    funds: [["2136601", "基础设施建设和经济发展", 420]],
    basic: [
      ["30101", "基本工资", 610.3],
      ["30107", "绩效工资", 702.45],
      ["30108", "机关事业单位基本养老保险缴费", 198.44],
      ["30113", "住房公积金", 288.16],
      ["30201", "办公费", 88.8],
      ["30226", "劳务费", 60],
      ["30228", "工会经费", 42.15],
    ],
    reserve: 0,
    other: 315.5,
    carried: 96.3,
    public: [0, 0, 0, 0, 0, 18.6],
    purchase: [160.4, 300, 100],
  },
  {
    organisation: "江苏省示范市场服务中心",
    year: 2023,
    items: [
      ["2010350", "事业运行", 826.4],
      ["2010399", "其他政府办公厅（室）及相关机构事务支出", 1235.6],
      ["2080505", "机关事业单位基本养老保险缴费支出", 74.2],
      ["2210201", "住房公积金", 98.3],
    ],
    basic: [
      ["30101", "基本工资", 210.5],
      ["30107", "绩效工资", 360.2],
      ["30108", "机关事业单位基本养老保险缴费", 74.2],
      ["30113", "住房公积金", 98.3],
      ["30201", "办公费", 120],
      ["30217", "公务接待费", 3],
      ["30231", "公务用车运行维护费", 12.5],
    ],
    reserve: 0,
    public: [0, 0, 12.5, 3, 2, 4.5],
    purchase: [40, 0, 170],
  },
  {
    organisation: "江苏省示范档案局",
    year: 2026,
    items: [
      ["2010301", "行政运行", 964.35],
      ["2010302", "一般行政管理事务", 418.7],
      ["2080505", "机关事业单位基本养老保险缴费支出", 88.16],
      ["2210201", "住房公积金", 132.9],
    ],
    basic: [
      ["30101", "基本工资", 300.15],
      ["30102", "津贴补贴", 290.4],
      ["30108", "机关事业单位基本养老保险缴费", 88.16],
      ["30113", "住房公积金", 132.9],
      ["30201", "办公费", 96.3],
      ["30239", "其他交通费用", 70],
    ],
    reserve: 0,
    account: 24,
    public: [5, 0, 12, 3, 8, 6],
    purchase: [30, 0, 120],
  },
];

const CENTRAL: readonly (readonly [year: number, unit: CentralUnit])[] = [
  [
    2018,
    {
      organisation: "示范科技大学",
      items: [
        ["2050205", "高等教育", 81250.4, 12360, 20415.3, 3210],
        ["2060302", "社会公益研究", 620, 480.5, 0, 0],
        ["2210201", "住房公积金", 4120.66, 0, 1830.2, 0],
        ["2210203", "购房补贴", 96.4, 0, 0, 0],
      ],
      business: 24310.5,
      others: 8120,
      surplus: 1500,
      carried: 6240.36,
    },
  ],
  [
    2022,
    {
      organisation: "示范农业科学研究所",
      items: [
        ["2060302", "社会公益研究", 3120.5, 1860, 940.2, 410],
        ["2210201", "住房公积金", 310.88, 0, 120, 0],
      ],
      business: 980.2,
      others: 490,
      surplus: 0,
      carried: 0,
    },
  ],
  [
    2024,
    {
      organisation: "示范医院",
      items: [
        ["2050205", "高等教育", 210, 130, 0, 0],
        ["2100201", "综合医院", 2860, 1240, 31260.4, 4010.6],
        ["2210201", "住房公积金", 420, 0, 680, 0],
      ],
      business: 36020,
      others: 310,
      surplus: 0,
      carried: 540,
    },
  ],
  [
    2026,
    {
      organisation: "示范标准化研究中心",
      items: [
        ["2060302", "社会公益研究", 980, 300, 60, 20],
        ["2210203", "购房补贴", 45, 0, 0, 0],
      ],
      business: 60,
      others: 20,
      surplus: 0,
      carried: 0,
    },
  ],
];

const textOf = (name: string): readonly string[] =>
  readFileSync(path.join(__dirname, `../proofread/texts/families/${name}.txt`), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

export const freeDocuments: readonly FreeDocument[] = [
  ...JIANGSU.map((office) => ({ name: `jiangsu-${String(office.year)}`, against: openBook(jiangsuWorkbook(office)) })),
  ...CENTRAL.map(([year, unit]) => ({ name: `central-${String(year)}`, against: openBook(centralWorkbook(unit)) })),
].map(({ name, against: { recognised, inputs } }) => ({ name, against: { recognised, inputs }, text: textOf(name) }));
