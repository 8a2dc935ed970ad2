import type { FormerName, Subject, SubjectSource } from "./subject";

const was = (name: string, until: number, source: SubjectSource, from?: number): FormerName => ({
  name,
  until,
  source,
  ...(from !== undefined && { from }),
});

/** Names that codes had before today's, earliest first. The economic classification was remade for 2018. */
const formerNames: Readonly<Record<string, readonly FormerName[]>> = {
  "207": [was("文化体育与传媒支出", 2018, "unconfirmed")],
  "210": [was("医疗卫生支出", 2013, "unconfirmed"), was("医疗卫生与计划生育支出", 2018, "seen", 2014)],
  "215": [was("资源勘探电力信息等支出", 2013, "unconfirmed"), was("资源勘探信息等支出", 2019, "unconfirmed", 2014)],
  "220": [was("国土海洋气象等支出", 2018, "unconfirmed")],
  "2060204": [was("重点实验室及相关设施", 2020, "unconfirmed")],
  "20805": [was("行政事业单位离退休", 2019, "seen")],
  "2080501": [was("归口管理的行政单位离退休", 2019, "unconfirmed")],
  "303": [was("对个人和家庭补助支出", 2017, "unconfirmed")],
  "30307": [was("医疗费", 2017, "seen")],
  "30310": [was("生产补贴", 2017, "unconfirmed")],
  "30311": [was("住房公积金", 2017, "seen")],
  "307": [was("债务利息支出", 2017, "unconfirmed")],
  "309": [was("基本建设支出", 2017, "unconfirmed")],
  "310": [was("其他资本性支出", 2017, "seen")],
};

/** First and last years of codes that have not always been or are no more. */
const years: Readonly<Record<string, Pick<Subject, "from" | "until">>> = {
  "224": { from: 2019 },
  "234": { from: 2020 },
  "2080504": { until: 2019 },
  "30104": { until: 2017 },
  "30110": { from: 2018 },
  "30111": { from: 2018 },
  "30112": { from: 2018 },
  "30113": { from: 2018 },
  "30114": { from: 2018 },
  "30312": { until: 2017 },
  "30313": { until: 2017 },
  "30314": { until: 2017 },
  "30315": { until: 2017 },
};

const alsoWritten: Readonly<Record<string, readonly string[]>> = {
  "20604": ["研究与开发", "技术与开发"],
};

/** A subject with what is known of its years. */
export function subject(code: string, name: string, source: SubjectSource): Subject {
  const wordings = alsoWritten[code];
  return { code, name, source, ...years[code], formerNames: formerNames[code] ?? [], ...(wordings && { alsoWritten: wordings }) };
}
