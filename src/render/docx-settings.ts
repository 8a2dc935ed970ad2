/**
 * What may not begin a line: the marks that Word itself keeps from there, and the units behind figures, so that 1,219.43万元
 * is never parted from its unit. Word and WPS follow the list; LibreOffice has only its own.
 */
const UNITS = "万元年个台辆";
const NOT_FIRST = `!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠${UNITS}`;
const NOT_LAST = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const escaped = (text: string): string => text.replace(/>/g, "&gt;");

/**
 * The part that says how Word lays the document out, whole: the docx library has no place for what may not begin a line.
 * The order of the elements is the schema's.
 */
export const SETTINGS = {
  path: "word/settings.xml",
  data:
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:settings xmlns:w="${NAMESPACE}">` +
    `<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>` +
    `<w:noLineBreaksAfter w:lang="zh-CN" w:val="${escaped(NOT_LAST)}"/>` +
    `<w:noLineBreaksBefore w:lang="zh-CN" w:val="${escaped(NOT_FIRST)}"/>` +
    `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
    `<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`,
};
