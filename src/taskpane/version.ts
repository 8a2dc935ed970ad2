import project from "../../package.json";

/** As shown in 设置 and written into the 审核结果 sheet. */
export const VERSION: string = project.version;
