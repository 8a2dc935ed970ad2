/** What is read of a folder: workbooks and finished reports. */
const READ = /\.(?:xlsx|xlsm|xls|ods|et|docx|pdf|txt)$/i;
/** What this tool has written on them, by the names that it proposes and browsers number: letters and results are no reports. */
const OWN = /(?:审核意见(?:（\d+）)?|部门预算公开审核| 核对意见|说明校对结果)(?: ?\(\d+\))?\.(?:docx|xlsx|html)$/;
const ARCHIVE = /\.zip$/i;
/** What systems and programs leave beside files that are looked at or open, and what is hidden. */
const LEFT_BEHIND = /^(?:\.|~\$|~.{0,80}\.tmp$|__macosx$|thumbs\.db$|desktop\.ini$)/i;

/** What a folder or an archive holds, by the names of its files. */
export interface Sorted<File> {
  readonly read: readonly File[];
  readonly archives: readonly File[];
  /** To be named as not looked at. */
  readonly others: readonly File[];
}

/** Whether nobody put the file there: a person knows nothing of it, and need not be told. */
export const isLeftBehind = (path: string): boolean => path.split(/[\\/]/).some((part) => LEFT_BEHIND.test(part));

/** Whether a file is an archive, by its name: Office's own files are archives too. */
export const isArchiveName = (path: string): boolean => ARCHIVE.test(path);

/** What lies on disk of a path that may lead into an archive. */
export const onDisk = (path: string): string => path.replace(/(\.zip)[\\/].*$/is, "$1");

/** Sorts files by what can be done with them; what nobody put there is left out. */
export function sorted<File>(files: readonly File[], pathOf: (file: File) => string): Sorted<File> {
  const seen = files.filter((file) => !isLeftBehind(pathOf(file)));
  const isRead = (path: string): boolean => READ.test(path) && !OWN.test(path);
  return {
    read: seen.filter((file) => isRead(pathOf(file))),
    archives: seen.filter((file) => isArchiveName(pathOf(file))),
    others: seen.filter((file) => !isRead(pathOf(file)) && !isArchiveName(pathOf(file))),
  };
}

/** Kinds of files that are not read, and how they can be. */
const KINDS: readonly { readonly kind: string; readonly names: RegExp; readonly advice: string }[] = [
  { kind: "本工具写出的结果", names: OWN, advice: "不用核对" },
  { kind: "旧式文档", names: /\.(?:doc|wps|rtf|html?|mht|odt|docm)$/i, advice: "请用 Word 或 WPS 打开，另存为 .docx" },
  { kind: "其他表格", names: /\.(?:csv|xlsb|xltx?|ett|numbers)$/i, advice: "请用 Excel 或 WPS 打开，另存为 .xlsx" },
  { kind: "压缩包", names: /\.(?:rar|7z|gz|tar|tgz|bz2|xz|zip|zipx|cab)$/i, advice: "请先解压" },
  { kind: "版式文件", names: /\.(?:ofd|ceb|caj)$/i, advice: "请向原单位索取 Word，或用阅读器转为能复制文字的 PDF" },
  { kind: "图片", names: /\.(?:jpe?g|png|bmp|tiff?|gif|heic|webp)$/i, advice: "请向原单位索取能复制文字的 Word 或 PDF" },
  { kind: "审核台存下的意见", names: /审核意见[^\\/]{0,40}\.json$/, advice: "命令行里用 --decisions 读入" },
  { kind: "其他", names: /$/, advice: "不是工作簿或报告" },
];

/** Most names that are said of a kind. */
const MOST_NAMED = 5;

/** Names the files that lay among others and were not looked at, with what to do; "" where there are none. */
export function passedOverWords(others: readonly string[], doing: string): string {
  if (others.length === 0) return "";
  const kindOf = (path: string): (typeof KINDS)[number] | undefined => KINDS.find(({ names }) => names.test(path));
  const told = KINDS.flatMap((one) => {
    const names = others.filter((path) => kindOf(path) === one);
    if (names.length === 0) return [];
    const more = names.length > MOST_NAMED ? `等 ${String(names.length)} 个` : "";
    return [`${one.kind}（${names.slice(0, MOST_NAMED).join("、")}${more}）：${one.advice}`];
  });
  return `另有 ${String(others.length)} 个文件没有${doing}。${told.join("；")}。`;
}
