import type { PlainWorkbook } from "../../src/workbook/plain";
import { textWorkbook } from "./text-workbook";

/** One office with one source of money and two kinds of expenditure: its tables as the year with twelve tables prints them; all invented. */
export interface Edge {
  /** 万元: general public budget, government-managed fund, own funds. */
  readonly general?: number;
  readonly fund?: number;
  readonly own?: number;
  /** How much of the general budget and of the own funds is project expenditure. */
  readonly generalProjects?: number;
  readonly ownProjects?: number;
  /** 填报-上年对比, rows below the heading. */
  readonly lastYear?: string;
}

const HEAD = "编制部门：示例县档案馆 | | | | 单位：万元";
const CODED = "科目代码 | | | 科目名称";
const show = (amount: number): string => (amount === 0 ? "" : amount.toFixed(2));

export function edgeWorkbook({ general = 0, fund = 0, own = 0, generalProjects = 0, ownProjects = 0, lastYear = "" }: Edge): PlainWorkbook {
  const [all, fiscal] = [general + fund + own, general + fund];
  const [basic, projects] = [general - generalProjects + own - ownProjects, generalProjects + ownProjects + fund];
  const running = general + own;
  /** The class, its group and its item: 201 26 04, and 212 08 01 where there is a fund. */
  const coded = (cells: (amount: "running" | "fund") => string, total: string): string =>
    [
      ...(running > 0
        ? [
            `201 | | | 一般公共服务支出 | ${cells("running")}`,
            `201 | 26 | | 档案事务 | ${cells("running")}`,
            `201 | 26 | 04 | 档案馆 | ${cells("running")}`,
          ]
        : []),
      ...(fund > 0
        ? [
            `212 | | | 城乡社区支出 | ${cells("fund")}`,
            `212 | 08 | | 国有土地使用权出让收入安排的支出 | ${cells("fund")}`,
            `212 | 08 | 01 | 征地和拆迁补偿支出 | ${cells("fund")}`,
          ]
        : []),
      ` | | | 总计 | ${total}`,
    ].join("\n");
  const item = (cells: string): string =>
    `201 | | | 一般公共服务支出 | ${cells}\n201 | 26 | | 档案事务 | ${cells}\n201 | 26 | 04 | 档案馆 | ${cells}\n | | | 总计 | ${cells}`;
  const sources = (g: number, f: number, o: number): string =>
    `${show(g + f + o)} | ${show(g + f)} | ${show(g)} | | ${show(f)} | | | | ${show(o)} | |`;
  return textWorkbook({
    表1: `部门收支总体情况表\n编制部门：示例县档案馆 | | | 单位：万元\n收入 | | 支出 |\n项目 | 预算数 | 科目名称 | 预算数
一、本年收入 | ${show(all)} | 201 一般公共服务支出 | ${show(running)}\n1. 一般公共预算拨款 | ${show(general)} | 212 城乡社区支出 | ${show(fund)}\n其中：一般财力 | ${show(general)} | |\n上级一般公共预算安排转移支付 | | |
2. 政府性基金预算拨款 | ${show(fund)} | |\n其中：政府性基金收入 | ${show(fund)} | |\n上级政府性基金安排转移支付 | | |\n3. 国有资本经营预算拨款 | | |\n其中：国有资本经营收入 | | |\n上级国有资本经营预算安排转移支付 | | |
4. 财政专户核拨 | | |\n5. 单位资金 | ${show(own)} | |\n二、上年结转结余 | | |\n1. 财政拨款结转 | | |\n2. 非财政拨款结转结余 | | |\n收入总计 | ${show(all)} | 支出总计 | ${show(all)}`,
    表2: `部门收入总体情况表\n${HEAD}\n${CODED} | 总计 | 财政拨款（补助） | | | | | | 财政专户（教育收费） | 单位资金 | 财政拨款结转 | 非财政拨款结转结余
类 | 款 | 项 | | | 财政拨款（补助）小计 | 一般公共预算 | 上级一般公共预算安排的转移支付 | 政府性基金预算 | 上级政府性基金安排的转移支付 | 国有资本经营预算 | | | |
${coded((of) => (of === "fund" ? sources(0, fund, 0) : sources(general, 0, own)), sources(general, fund, own))}`,
    表3: `部门支出总体情况表\n${HEAD}\n${CODED} | 支出预算 | |\n类 | 款 | 项 | | 合计 | 基本支出 | 项目支出
${coded((of) => (of === "fund" ? `${show(fund)} | | ${show(fund)}` : `${show(running)} | ${show(basic)} | ${show(projects - fund)}`), `${show(all)} | ${show(basic)} | ${show(projects)}`)}`,
    表4: `财政拨款收支预算总体情况表\n编制部门：示例县档案馆 | | | | | | 单位：万元\n财政拨款收入 | | 财政拨款支出 | | | |\n项目 | 合计 | 科目名称 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算
一、财政拨款（补助） | ${show(fiscal)} | 201 一般公共服务支出 | ${show(general)} | ${show(general)} | |\n一般公共预算 | ${show(general)} | 212 城乡社区支出 | ${show(fund)} | | ${show(fund)} |\n政府性基金预算 | ${show(fund)} | | | | |\n国有资本经营预算 | | | | | |
收入总计 | ${show(fiscal)} | 支出总计 | ${show(fiscal)} | ${show(general)} | ${show(fund)} |`,
    表5: `一般公共预算支出情况表\n${HEAD}\n${CODED} | 一般公共预算支出 | |\n类 | 款 | 项 | | 合计 | 基本支出 | 项目支出\n${general > 0 ? item(`${show(general)} | ${show(general - generalProjects)} | ${show(generalProjects)}`) : " | | | 总计 | | |"}`,
    表6: `一般公共预算基本支出情况表\n${HEAD}\n科目代码 | | 科目名称 | 一般公共预算基本支出 | |\n类 | 款 | | 合计 | 人员经费 | 公用经费
${general > generalProjects ? `301 | | 工资福利支出 | ${show(general - generalProjects)} | ${show(general - generalProjects)} |\n301 | 01 | 基本工资 | ${show(general - generalProjects)} | ${show(general - generalProjects)} |\n` : ""} | | 总计 | ${show(general - generalProjects)} | ${show(general - generalProjects)} |`,
    表7: `一般公共预算项目支出情况表\n${HEAD}\n${CODED} | 项目名称 | 项目支出合计 | 商品和服务支出\n类 | 款 | 项 | | | |
${generalProjects > 0 ? ` | | | 示例县档案馆 | | ${show(generalProjects)} | ${show(generalProjects)}\n201 | | | 一般公共服务支出 | | ${show(generalProjects)} | ${show(generalProjects)}\n201 | 26 | | 档案事务 | | ${show(generalProjects)} | ${show(generalProjects)}\n201 | 26 | 04 | 档案馆 | 档案数字化加工 | ${show(generalProjects)} | ${show(generalProjects)}\n` : ""} | | | 总计 | | ${show(generalProjects)} | ${show(generalProjects)}`,
    表8: `政府性基金预算支出情况表\n${HEAD}\n科目 | | | | 政府性基金预算支出 | | |\n${CODED} | 合计 | 基本支出 | | 项目支出\n类 | 款 | 项 | | | 人员经费 | 公用经费 |
${fund > 0 ? `212 | | | 城乡社区支出 | ${show(fund)} | | | ${show(fund)}\n212 | 08 | | 国有土地使用权出让收入安排的支出 | ${show(fund)} | | | ${show(fund)}\n212 | 08 | 01 | 征地和拆迁补偿支出 | ${show(fund)} | | | ${show(fund)}\n` : ""} | | | 总计 | ${show(fund)} | | | ${show(fund)}`,
    表9: `国有资本经营预算支出情况表\n${HEAD}\n科目 | | | | 国有资本经营预算支出 | | |\n${CODED} | 合计 | 基本支出 | | 项目支出\n类 | 款 | 项 | | | 人员经费 | 公用经费 |\n | | | 总计 | | | |`,
    表10: `财政拨款“三公”经费支出情况表\n编制部门：示例县档案馆 | | | | 单位：万元\n“三公”经费支出内容 | 资金来源 | | |\n | 合计 | 一般公共预算 | 政府性基金 | 国有资本经营预算
总计 | | | |\n因公出国（境）费用 | | | |\n公务接待费 | | | |\n公务用车购置及运行维护费（小计） | | | |\n其中：公务用车购置 | | | |\n公务用车运行维护费 | | | |`,
    表11: `财政拨款委托业务费支出情况表\n编制部门：示例县档案馆 | | | | 单位：万元\n单位名称 | 项目名称 | 资金来源 | | |\n | | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算\n总计 | | | | |`,
    表12: `上年结转结余情况表\n编制部门：示例县档案馆 | | | | 单位：万元\n单位名称 | 项目名称 | 合计 | 财政拨款 | | | | 非财政拨款 | | |\n | | | 小计 | 人员经费 | 公用经费 | 项目支出 | 小计 | 人员经费 | 公用经费 | 项目支出\n总计 | | | | | | | | | |`,
    "填报-基本信息": "项目 | 内容\n单位名称 | 示例县档案馆\n单位类型 | 部门\n预算年度 | 2026",
    "填报-上年对比": `类别 | 科目编码 | 名称 | 上年预算数 | 主要原因\n${lastYear}`,
  });
}
