import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../../pane-context";
import { CitedCard } from "./cited-card";
import { CopyByHand } from "./copy-by-hand";
import { NarrativeHead } from "./narrative-head";
import { Pictures } from "./pictures";
import { SectionCard } from "./section-card";
import { TodoList } from "./todo-list";

/** 说明: what is still to be filled in, then the sections as they will be published. */
export function NarrativePlace(): JSX.Element {
  const made = usePaneState((state) => state.narrative);
  const isOpen = usePaneState((state) => state.bookName !== null);
  if (!made)
    return (
      <div className="place">
        <NotMade />
        {isOpen && <Pictures />}
      </div>
    );
  const { narrative } = made;
  return (
    <div className="place">
      <NarrativeHead narrative={narrative} stale={made.stale} />
      <CopyByHand />
      {narrative.todo.length > 0 && <TodoList narrative={narrative} />}
      <CitedCard narrative={narrative} />
      <Pictures />
      {narrative.sections.map((section, index) => (
        <SectionCard key={index} section={section} index={index} title={narrative.title} />
      ))}
    </div>
  );
}

function NotMade(): JSX.Element {
  const { narrate } = useCommands();
  const name = usePaneState((state) => state.bookName);
  const busy = usePaneState((state) => state.work !== null);
  if (name === null)
    return (
      <section className="welcome">
        <h1>还没有打开工作簿</h1>
        <p>打开一份部门预算公开表后，在这里生成第三部分预算情况说明。</p>
      </section>
    );
  return (
    <section className="welcome">
      <h1>尚未生成说明</h1>
      <p>按公开表和填报表写出第三部分预算情况说明。每个数都能回到它所在的单元格；缺的内容列成待填清单。</p>
      <Button appearance="primary" size="large" disabled={busy} onClick={() => void narrate()}>
        生成说明
      </Button>
    </section>
  );
}
