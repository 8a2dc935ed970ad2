import { countsOf, wasChecked, LEVEL_WORDS, levelOf, type Desk, type OfficeRow } from "../desk/desk";
import type { DeskFile } from "../desk/file";
import type { DeskRound } from "../desk/held";
import { baseName } from "../desk/base-name";
import { escapeHtml } from "./html";
import {
  causeWords,
  commonWords,
  filesOf,
  goneWords,
  findingWords,
  inputsWords,
  levelWords,
  placedWords,
  placeOf,
  problemWords,
  proseWords,
  roundWords,
  stillWords,
  STANDING_WORDS,
  standingReasons,
  STATE_WORDS,
  summaryWords,
  tablesWords,
  withoutRound,
} from "./desk-words";
import type { DeskSheetNames } from "./desk-sheets";

const LOOK = `body{font:14px/1.6 "Microsoft YaHei","PingFang SC",sans-serif;margin:24px;color:#222}h1{font-size:22px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 6px}h3{font-size:15px;margin:18px 0 4px}
table{border-collapse:collapse;margin:8px 0 16px}th,td{border:1px solid #bbb;padding:3px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee}thead th{position:sticky;top:0}
.wide{overflow:auto;max-height:92vh}.list thead th{white-space:nowrap}.short{white-space:nowrap}.place{min-width:6em}.number{text-align:right;white-space:nowrap}.error{background:#f8d7da}.notRun,.warning{background:#fff3cd}.info{background:#e7f1fb}.map th{font-weight:normal;font-size:12px}.map td{text-align:center;min-width:2em;padding:3px 2px}.map th:first-child{position:sticky;left:0;min-width:12em;max-width:20em;font-weight:bold}.map thead th{vertical-align:bottom;z-index:1}.map thead th:first-child{z-index:2}
.map thead th:not(:first-child){padding:6px 2px;text-align:center}.map thead th:not(:first-child) button{writing-mode:vertical-rl;max-height:15em;line-height:1.3}
th button{font:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:left;color:inherit}th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}input,select{font:inherit;padding:3px 6px;margin-right:8px}
:target{outline:3px solid #0b6bcb}.quiet{color:#595959}.set td:nth-child(3){text-decoration:line-through}@media screen and (prefers-color-scheme:dark){body{background:#1e1e1e;color:#e6e6e6;color-scheme:dark}th{background:#333}th,td{border-color:#666}a{color:#8ab8ff}.error{background:#6b2129}.notRun,.warning{background:#5a4500}.info{background:#1d3f5e}.quiet{color:#b5b5b5}:target{outline-color:#6cb2ff}}
@media print{body{margin:0}.tools{display:none}.wide{overflow:visible;max-height:none}thead th,.map th:first-child{position:static}th button{display:contents}h2,h3{break-after:avoid}tr{break-inside:avoid}.list{font-size:11px}.map{width:100%;table-layout:fixed}.map th{font-size:10px}.map th:first-child{width:12em;min-width:0}.map td{min-width:0;padding:1px;font-size:10px}.map thead th:not(:first-child){padding:2px 0;vertical-align:top;overflow-wrap:anywhere;writing-mode:vertical-rl;height:15em}@page{size:A4 landscape;margin:12mm}}`;

/** Sorting by a head, and leaving out what was not asked for. It only moves and hides rows that are there already. */
const SCRIPT = `{for(const table of document.querySelectorAll("table.sortable")){const body=table.tBodies[0];table.tHead.addEventListener("click",event=>{const head=event.target.closest("th");if(!head)return;
const at=head.cellIndex,up=head.getAttribute("aria-sort")!=="ascending";for(const other of table.tHead.rows[0].cells)other.removeAttribute("aria-sort");head.setAttribute("aria-sort",up?"ascending":"descending");
const key=row=>row.cells[at].dataset.key??row.cells[at].textContent;[...body.rows].sort((a,b)=>{const x=key(a),y=key(b),n=x-y;return(up?1:-1)*(Number.isNaN(n)||x===""||y===""?x.localeCompare(y,"zh-CN",{numeric:true}):n)}).forEach(row=>body.append(row))})}
const words=document.getElementById("words"),state=document.getElementById("state");function show(){for(const row of document.querySelectorAll("[data-state]"))row.hidden=!(state.value===""||row.dataset.state===state.value)||!row.dataset.name.includes(words.value.trim())}
words.addEventListener("input",show);state.addEventListener("change",show)}`;

/** Only this page's own script and style run, and nothing is fetched, whatever a workbook's text holds. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

type Names = DeskSheetNames;

/** The desk as one page that works without the tool and without a network. Everything that comes from files is escaped. */
export function deskHtml(desk: Desk, { title, link }: Names): string {
  const { offices, common } = desk;
  const states = Object.entries(STATE_WORDS).map(([state, words]) => `<option value="${state}">${words}</option>`);
  const body = [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(summaryWords(desk))}</p>`,
    desk.passedOver === "" ? "" : `<p class="warning">${escapeHtml(desk.passedOver)}</p>`,
    common.length === 0
      ? ""
      : `<h2>许多单位共同的问题</h2><ul>${common.map((one) => `<li>${escapeHtml(commonWords(one))}</li>`).join("")}</ul>`,
    desk.gone.length === 0 ? "" : `<p class="warning">${escapeHtml(goneWords(desk.gone))}</p>`,
    `<h2>单位</h2><p class="tools"><label>找单位 <input id="words" type="search"></label><label>结论 <select id="state"><option value="">全部</option>${states.join("")}</select></label>点列名排序。</p>`,
    listTable(offices, link),
    "<h2>单位与规则</h2><p>一列一条规则，列名后是有问题的单位数，最多的在最左；格里是处数。</p>",
    mapTable(desk),
    "<h2>逐个单位</h2>",
    ...offices.map((office, index) => officeSection(office, index, { link, alone: withoutRound(desk, office) })),
  ];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${LOOK}</style></head><body>
${body.filter((part) => part !== "").join("\n")}
<script>${SCRIPT}</script></body></html>
`;
}

const STANDING_LOOK = { open: "quiet", accepted: "", rejected: "", disputed: "error", lapsed: "warning" } as const;

const anchor = (index: number): string => `u${String(index + 1)}`;

const kept = ({ name, state, year }: OfficeRow): string =>
  `data-state="${state}" data-name="${escapeHtml(`${name} ${String(year ?? "")}`)}"`;

const head = (words: readonly string[]): string =>
  `<thead><tr>${words.map((word) => `<th scope="col"><button type="button">${escapeHtml(word)}</button></th>`).join("")}</tr></thead>`;

const fileLink = (file: string, link: Names["link"]): string => `<a href="${escapeHtml(link(file))}">${escapeHtml(baseName(file))}</a>`;

function listTable(offices: readonly OfficeRow[], link: Names["link"]): string {
  const number = (value: number | undefined, level: string): string =>
    `<td class="number${(value ?? 0) > 0 ? ` ${level}` : ""}">${value === undefined ? "" : String(value)}</td>`;
  const rows = offices.map((office, index) => {
    const { name, year, state, prose, judged } = office;
    const counts = wasChecked(office) ? countsOf(office) : null;
    const cells = [
      `<td><a href="#${anchor(index)}">${escapeHtml(name)}</a></td>`,
      `<td class="short">${String(year ?? "未认出")}</td>`,
      `<td class="short ${state === "clean" || state === "settled" ? "" : state === "open" ? "warning" : "error"}">${STATE_WORDS[state]}</td>`,
      number(counts?.error, "error"),
      number(counts?.warning, "warning"),
      number(counts?.notRun, "notRun"),
      number(counts ? judged.rejected : undefined, ""),
      `<td>${escapeHtml((office.workbook ?? office.report)?.form ?? "")}</td>`,
      `<td>${escapeHtml(tablesWords(office))}</td>`,
      `<td>${escapeHtml(inputsWords(office))}</td>`,
      `<td${prose && prose.error > 0 ? ' class="error"' : ""} data-key="${String(prose ? prose.error : "")}">${escapeHtml(proseWords(office))}</td>`,
      `<td>${filesOf(office)
        .map(({ file }) => fileLink(file, link))
        .join("<br>")}</td>`,
    ];
    return `<tr ${kept(office)}>${cells.join("")}</tr>`;
  });
  const heads = ["单位", "年度", "结论", "不符", "请核实", "未执行", "不采纳", "版式", "公开表", "填报表", "说明", "文件"];
  return `<div class="wide"><table class="sortable list">${head(heads)}<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function mapTable({ offices, checks }: Desk): string {
  if (checks.length === 0) return "<p>没有发现问题。</p>";
  const heads = ["单位", ...checks.map(({ id, name, offices: count }) => `${name === id ? id : `${id} ${name}`}（${String(count)}）`)];
  const rows = offices.map((office, index) => {
    const cells = checks.map(({ id }) => {
      const mark = office.marks.get(id);
      return mark ? `<td class="${mark.level}" title="${LEVEL_WORDS[mark.level]}">${String(mark.count)}</td>` : '<td data-key="0"></td>';
    });
    return `<tr ${kept(office)}><th scope="row"><a href="#${anchor(index)}">${escapeHtml(office.name)}</a></th>${cells.join("")}</tr>`;
  });
  return `<div class="wide"><table class="sortable map">${head(heads)}<tbody>${rows.join("\n")}</tbody></table></div>`;
}

function officeSection(
  office: OfficeRow,
  index: number,
  { link, alone }: { readonly link: Names["link"]; readonly alone: readonly DeskFile[] },
): string {
  const { name, year, state, findings, report } = office;
  const tables = office.workbook ?? report;
  const problem = problemWords(office);
  const parts = [
    `<h3>${escapeHtml(name)}${year === null ? "" : `　${String(year)}年`}　${STATE_WORDS[state]}</h3>`,
    `<p class="quiet">${filesOf(office)
      .map(({ file }) => fileLink(file, link))
      .join("　")}</p>`,
    problem === "" ? "" : `<p class="warning">${escapeHtml(problem)}</p>`,
    tables && tables.causes.length > 0
      ? `<p>先看这里：</p><ul>${tables.causes.map((cause) => `<li>${escapeHtml(causeWords(cause))}</li>`).join("")}</ul>`
      : "",
    tables && tables.suspects.length > 0
      ? `<p>可能填错的格：</p><ul>${tables.suspects.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join("")}</ul>`
      : "",
    ...office.held.map(
      ({ summary, notes }) =>
        `<p>${escapeHtml(summary)}</p>${notes.length === 0 ? "" : `<ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>`}`,
    ),
    ...office.rounds.map(roundPart),
    ...alone.map(({ file }) => `<p>上一稿里没有找到与${escapeHtml(baseName(file))}对照的文件。</p>`),
    findings.length === 0 ? "" : findingTable(office),
  ];
  return `<section id="${anchor(index)}" ${kept(office)}>${parts.join("")}</section>`;
}

/** What became of the round before; what nobody had asked for is listed. */
function roundPart(round: DeskRound): string {
  const item = (what: string, words: string): string => `<li>${what}：${escapeHtml(words)}</li>`;
  const items = [
    ...round.changes.filter(({ asked }) => !asked).map(({ words }) => item("没有意见而改了", words)),
    ...round.repaired.map((finding) => item("已改好", placedWords(finding))),
  ];
  return `<p>与上一稿（${escapeHtml(baseName(round.before))}）比：${escapeHtml(roundWords(round))}</p>${items.length === 0 ? "" : `<ul>${items.join("")}</ul>`}`;
}

function findingTable({ findings, rounds }: OfficeRow): string {
  const [isNew, isAltered] = [new Set(rounds.flatMap(({ added }) => added)), new Set(rounds.flatMap(({ altered }) => altered))];
  const before = (finding: OfficeRow["findings"][number]): string =>
    isNew.has(finding.key) ? "【新出现】" : isAltered.has(finding.key) ? `【${stillWords(finding)}】` : "";
  const rows = findings.map(
    (finding) =>
      `<tr${finding.standing.state === "rejected" ? ' class="set"' : ""}><td class="short ${levelOf(finding)}">${levelWords(finding)}</td><td class="place">${escapeHtml(placeOf(finding))}</td><td>${before(finding)}${escapeHtml(findingWords(finding))}</td><td class="${STANDING_LOOK[finding.standing.state]}">${STANDING_WORDS[finding.standing.state]}${finding.standing.decisions.length === 0 ? "" : `<br>${escapeHtml(standingReasons(finding))}`}</td><td class="short quiet">${escapeHtml(finding.id)}</td></tr>`,
  );
  return `<table><thead><tr><th>结论</th><th>位置</th><th>问题</th><th class="short">审核意见</th><th>规则</th></tr></thead><tbody>${rows.join("\n")}</tbody></table>`;
}
