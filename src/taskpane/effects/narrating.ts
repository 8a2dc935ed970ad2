import { readBook } from "./checking";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface NarrateCommands {
  readonly narrate: () => Promise<boolean>;
}

export function narrateCommands(services: Services, tasks: Tasks): NarrateCommands {
  const { store, engine } = services;
  return {
    narrate: () =>
      tasks.run("生成说明", async (watch) => {
        const workbook = await readBook(services, watch);
        watch.stage("正在生成说明…");
        const narrative = await engine.ask(workbook, "narrate", store.state().choices, {});
        store.dispatch({ type: "narrated", narrative, workbook, at: services.now().getTime() });
        const open = narrative.todo.length;
        store.dispatch({ type: "noticed", notice: open === 0 ? "说明已生成，可以复制。" : `说明已生成，还有 ${open} 处待填。` });
      }),
  };
}
