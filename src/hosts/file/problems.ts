import { DoorProblem } from "../door";

const READABLE = " .xlsx、.xls、.et、.ods、.docx、.pdf、.txt ";

/** Every way a file can refuse to be read, said in words that name the file and the next step. */
export const problem = {
  empty: (name: string) => new DoorProblem("empty", `“${name}”是空文件（0 字节）。请从原系统重新导出或重新复制这份文件后再打开。`),
  encrypted: (name: string, cause?: unknown) =>
    new DoorProblem(
      "encrypted",
      `“${name}”设有打开密码，无法读取。请用 Excel 或 WPS 打开（打开时不要求密码的，直接另存即可；要求密码的，输入密码打开后取消“用密码进行加密”），另存为 .xlsx 后再打开另存的文件。`,
      { cause },
    ),
  corrupt: (name: string, cause?: unknown) =>
    new DoorProblem(
      "corrupt",
      `“${name}”已损坏或不完整，无法读取。请用 Excel 或 WPS 打开并另存为 .xlsx，再打开另存的文件；打不开时请向原单位重新索取。`,
      { cause },
    ),
  damaged: (name: string, what: string, cause?: unknown) =>
    new DoorProblem(
      "corrupt",
      `“${name}”已损坏，没有读取：${what}。请向提供的人重新索取，或用 Excel、Word 或 WPS 打开修复、核对无误后另存一份，再打开另存的文件。`,
      { cause },
    ),
  tooMuch: (name: string, what: string) =>
    new DoorProblem(
      "corrupt",
      `“${name}”没有读取：${what}，不像是预算公开表，也可能已损坏。请只留下公开表所在的工作表，另存为 .xlsx 后再打开。`,
    ),
  slow: (name: string, seconds: number) =>
    new DoorProblem(
      "corrupt",
      `“${name}”在 ${String(seconds)} 秒内没有读完，可能已损坏。请用 Excel 或 WPS 打开并另存为 .xlsx，再打开另存的文件；打不开时请向原单位重新索取。`,
    ),
  slowReport: (name: string, seconds: number) =>
    new DoorProblem(
      "corrupt",
      `“${name}”读了 ${String(seconds)} 秒没有进展，可能已损坏。请用 Word、WPS 或 PDF 阅读器打开，另存一份再打开；打不开时请向原单位重新索取。`,
    ),
  heavy: (name: string, cause?: unknown) =>
    new DoorProblem("corrupt", `“${name}”太大，读取时内存不够。请只留下公开表所在的工作表，另存为 .xlsx 后再打开。`, { cause }),
  unsupported: (name: string) => new DoorProblem("unsupported", `“${name}”不是电子表格。请选择 .xlsx、.xls、.ods 或 WPS 表格 .et 文件。`),
  neither: (name: string) =>
    new DoorProblem(
      "unsupported",
      `“${name}”的内容不是 Word 或 PDF，也不是电子表格。请用 Word 或 WPS 打开，另存为 .docx 后再打开另存的文件；打不开时请向原单位重新索取。`,
    ),
  oldWord: (name: string) =>
    new DoorProblem("unsupported", `“${name}”是旧版 Word 文档（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后再打开另存的文件。`),
  frames: (name: string) =>
    new DoorProblem(
      "unsupported",
      `“${name}”只是网页的框架，表格在和它放在一起的文件夹里。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再打开另存的文件。`,
    ),
  otherTable: (name: string) =>
    new DoorProblem("unsupported", `“${name}”是很早的表格格式（SYLK 或 DIF）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再打开另存的文件。`),
  archive: (name: string) =>
    new DoorProblem("unsupported", `“${name}”是压缩包，不是电子表格。请先解压，再选择里面的 .xlsx、.xls、.ods 或 .et 文件。`),
  lockedArchive: (name: string) =>
    new DoorProblem("encrypted", `压缩包“${name}”设有密码，没有读取。请用密码解压，再选择解压出来的文件或文件夹。`),
  largeArchive: (name: string, cause?: unknown) =>
    new DoorProblem("corrupt", `压缩包“${name}”里的文件太多或太大，没有读取。请先解压，再选择放有公开表和报告的文件夹。`, { cause }),
  noneInArchive: (name: string, others: string) =>
    new DoorProblem("empty", `压缩包“${name}”里没有${READABLE}文件。${others === "" ? "请向原单位重新索取。" : others}`),
  word: (name: string) =>
    new DoorProblem(
      "unsupported",
      `“${name}”是 Word 文档，不是电子表格。请选择放有预算公开表的 .xlsx、.xls、.ods 或 .et 文件；要核对写好的说明，请到“校对”中打开。`,
    ),
  noSheets: (name: string) => new DoorProblem("empty", `“${name}”里没有工作表。请打开放有预算公开表的工作簿。`),
  missing: (name: string, cause?: unknown) => new DoorProblem("unknown", `找不到文件“${name}”。请检查路径和文件名是否正确。`, { cause }),
  noneInFolder: (name: string) =>
    new DoorProblem("empty", `文件夹“${name}”和它的子文件夹里没有${READABLE}文件。请检查选的是不是这个文件夹。`),
  unreadable: (name: string, cause?: unknown) =>
    new DoorProblem("protected", `“${name}”无法打开。请检查是否有读取权限，或是否正被其他程序占用。`, { cause }),
  noSuchSheet: (sheet: string) => new DoorProblem("unknown", `工作簿里已没有“${sheet}”这张表。请重新校验后再定位。`),
  cancelled: () => new DoorProblem("cancelled", "已取消读取。"),
  notWord: (name: string, cause?: unknown) =>
    new DoorProblem(
      "corrupt",
      `“${name}”不能作为报告读取。请选择 .docx、.pdf、.html 或 .txt 文件；旧的 .doc 文件请先在 Word 或 WPS 中另存为 .docx。`,
      { cause },
    ),
  notText: (name: string) => new DoorProblem("unsupported", `“${name}”不是文字文件。请选择 .docx、.pdf、.html 或 .txt 文件。`),
  encryptedPdf: (name: string, cause?: unknown) =>
    new DoorProblem("encrypted", `“${name}”设有打开密码，无法读取。请用密码打开后另存或打印为不加密的 PDF，再打开另存的文件。`, { cause }),
  corruptPdf: (name: string, cause?: unknown) =>
    new DoorProblem("corrupt", `“${name}”已损坏或不完整，无法读取。请在 PDF 阅读器中打开并另存，或向原单位重新索取。`, { cause }),
  tooLong: (name: string, pages: number) =>
    new DoorProblem("unsupported", `“${name}”有 ${pages} 页，不是一份部门预算报告。请选出预算报告的那几页另存后再打开。`),
  tooLarge: (name: string, cause?: unknown) =>
    new DoorProblem(
      "unsupported",
      `“${name}”的内容大得不像一份部门预算报告，没有读完。请看是不是选错了文件；确是报告的，请分成几份再打开。`,
      { cause },
    ),
  illegible: (name: string) =>
    new DoorProblem(
      "unsupported",
      `“${name}”的文字读不出来：字体里没有文字对照，复制出来也是乱码。请向原单位索取 Word，或由 Word、WPS 重新导出的 PDF。`,
    ),
  pictures: (name: string) =>
    new DoorProblem("unsupported", `“${name}”里只有图片，没有文字。请向原单位索取能复制文字的 Word，或由 Word、WPS 直接导出的 PDF。`),
  scanned: (name: string) =>
    new DoorProblem("unsupported", `“${name}”打不开文字：这份 PDF 是扫描件，没有文字。请向原单位索取 Word 或由 Word、WPS 直接导出的 PDF。`),
} as const;
