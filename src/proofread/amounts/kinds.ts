/** A whole, and the kinds that it is of: there are no others. */
export interface Whole {
  /** How it is called before its amount. */
  readonly called: string;
  readonly kinds: readonly Kind[];
}

export interface Kind {
  /** As messages tell it. */
  readonly name: string;
  readonly called: string;
  /** It may be told in these two instead, one after the other. */
  readonly halves?: readonly [string, string];
}

const BOUGHT = "购置(?![及和])";
const RUN = "(?<!购置[及和])运[行维]";
const CARS = "公(?:务用|务|用)?车(?:购置[及和]|费)";

/** Of what a budget tells, what is divided in one way only: 三公经费, 公务用车, 基本支出 and 政府采购. */
export const WHOLES: readonly Whole[] = [
  { called: "政府采购", kinds: ["货物", "工程", "服务"].map((name) => ({ name, called: name })) },
  {
    called: '三公[”"]?经费',
    kinds: [
      { name: "因公出国（境）费", called: "因公出国" },
      { name: "公务接待费", called: "公务接待" },
      { name: "公务用车费", called: CARS, halves: [BOUGHT, RUN] },
    ],
  },
  {
    called: CARS,
    kinds: [
      { name: "公务用车购置费", called: BOUGHT },
      { name: "公务用车运行维护费", called: RUN },
    ],
  },
  {
    called: "基本支出",
    kinds: [
      { name: "人员经费", called: "人员(?:经费|支出)" },
      { name: "公用经费", called: "公用(?:经费|支出)" },
    ],
  },
];

/** Whether what is told of a whole are all its kinds: then they come to it, whatever was mistyped. Half of a kind stands for it. */
export const isComplete = (whole: string, parts: string): boolean =>
  MENTIONED.some(({ called, kinds }) => called.test(whole) && kinds.every((kind) => kind.test(parts)));

/** 支出预算100.00万元，其中：基本支出60.00万元，项目支出40.00万元: who has other expenditure besides names that as well. */
const EXPENDITURE = { called: /支出|绩效目标/, kinds: [/基本支出/, /项目支出/] };
const MENTIONED = [
  ...WHOLES.map(({ called, kinds }) => ({
    called: new RegExp(called),
    kinds: kinds.map((kind) => new RegExp([kind.called, ...(kind.halves ?? [])].join("|"))),
  })),
  EXPENDITURE,
];
