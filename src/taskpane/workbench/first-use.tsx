import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands } from "../pane-context";
import { SAMPLE } from "../effects/samples";
import { ManyButtons } from "../desk/many-buttons";
import { StartOffers } from "../parts/start-offers";
import { OpenButton } from "./book-bar";
import { KeptCopies } from "./kept-copies";

/** What the workbench offers before a workbook is open. */
export function FirstUse(): JSX.Element {
  const { openSample } = useCommands();
  return (
    <section className="first-use" aria-labelledby="first-use-title">
      <h1 id="first-use-title">打开一份部门预算公开表</h1>
      <p>把 .xlsx、.xls、.ods 或 WPS 表格 .et 文件拖到这里，或者</p>
      <div className="buttons">
        <OpenButton primary />
        <Button size="large" onClick={() => void openSample(SAMPLE)}>
          打开示例
        </Button>
      </div>
      <div className="many-offices">
        <h2>一次核对很多单位</h2>
        <p>把放有各单位工作簿和报告的文件夹拖到这里，或者</p>
        <div className="buttons">
          <ManyButtons />
        </div>
      </div>
      <KeptCopies />
      <StartOffers />
      <p className="hint">
        文件只在本机读取，不上传；校验和生成说明都不改动原文件。没有保存的修改会在本机浏览器里留一份，可在“设置”中关闭。
      </p>
    </section>
  );
}
