import { blankForms } from "../book/blank-workbook";

const [usual, ...others] = blankForms().map(({ family }) => family.name);

export const USAGE = `预算公开助手（命令行）

用法：budget 命令 [参数]

  check 文件…                校验工作簿或写好的报告（.docx、.pdf、.txt），可一次给多个文件、压缩包（.zip）
                             或文件夹（含子文件夹）；
                             同一单位同一年度的工作簿和报告自动对照
      --report 路径          把审核结果写成一个文件：.xlsx 或 .html（单位与规则、问题、可能填错的格）
      --json                 每个文件输出一行 JSON
      --shard 几/几          只校验其中一份，如 1/4，好分给几台机器
      --decisions 路径       用审核台存下的 审核意见.json，可给多次；采纳、不采纳的分开数，
                             两人意见不同的、数已变而失效的列出来
      --letters 文件夹       给每个单位写一份审核意见（Word），不写不采纳的
      --only-accepted        审核意见只写采纳的
      --against 路径         与上一稿的文件夹（或上一次的 .ndjson 结果）对照：已改好、还在、新出现，
                             没有意见而改了的数
      --last-year 文件夹     本年填报或报告里说的上年数，与上年公开的表核对
  check --merge 文件…        把几次 --json 的结果合成一份，可同时给 --report、--decisions、--letters

  check 文件 --against 文件  与上一稿（或批复的、公开的）逐格、逐段对照：改了哪些数和文字，哪些问题改好了
  check 文件 --last-year 文件
                             本年填报或报告里说的上年数，与上年公开的表核对
  check 部门 --units 文件夹  部门的表与所属单位之和核对

  narrate 文件               生成第三部分预算情况说明
      --format 格式          text（默认）、html、docx、json
      --output 路径          写入文件；docx 必须给出
      --whole                整份报告（封面、目录、概况、公开表、说明、名词解释），只用于 docx

  proofread [文件] --text 路径
                             用工作簿核对写好的报告（.docx、.pdf、.html、.txt），--text 可给多次；
                             不给工作簿时，用报告自己的表核对，直接写报告的路径也可以
      --report 路径          把意见和公开清单写成文件：.docx（在 Word 原文上加批注）、.xlsx 或 .html
      --json                 输出一行 JSON

  template                   新建空白工作簿：公开表和五张填报表
      --year 年度            如 2026
      --kind 类型            部门 或 单位
      --family 版式          ${[`${usual ?? ""}（默认）`, ...others].join("、")}
      --tables 张数          如 12；一套公开表只有一种张数的可以不写
      --output 路径          要写入的 .xlsx 文件

  subjects --collect 文件…   从工作簿收集编码与名称一致的科目，成为可以使用的“科目表”
      --output 路径          写入 .xlsx 文件；不给出时列在屏幕上

  functions                  列出自定义函数及说明

工作簿可以是 .xlsx、.xls、.ods 或 WPS 表格 .et。
返回值：0 没有不符；1 有不符（--against：有不同；narrate：还有待填内容）；2 有文件读不了或参数有误。
`;
