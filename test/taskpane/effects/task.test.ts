import { DoorProblem } from "../../../src/hosts/door";
import { createTasks } from "../../../src/taskpane/effects/task";
import { IN_EXCEL } from "../../../src/taskpane/store/around";
import { initialState } from "../../../src/taskpane/store/state";
import { createStore } from "../../../src/taskpane/store/store";

const setUp = (
  onCancel: () => void = () => undefined,
): { store: ReturnType<typeof createStore>; tasks: ReturnType<typeof createTasks> } => {
  const store = createStore(initialState(IN_EXCEL));
  return { store, tasks: createTasks(store, onCancel) };
};
const never = new Promise<void>(() => undefined);

describe("a task", () => {
  it("is shown while it runs and gone when it is done", async () => {
    const { store, tasks } = setUp();
    let seen: string | undefined;
    expect(
      await tasks.run("校验", (watch) => {
        watch.stage("正在读取工作簿…", 0.5);
        seen = store.state().work?.label;
        return Promise.resolve();
      }),
    ).toBe(true);
    expect([seen, store.state().work, store.state().problem]).toEqual(["正在读取工作簿…", null, null]);
  });

  it("says a door's problem in the door's own words", async () => {
    const { store, tasks } = setUp();
    expect(await tasks.run("校验", () => Promise.reject(new DoorProblem("editing", "请先按回车结束单元格编辑。")))).toBe(false);
    expect(store.state().problem).toEqual({ doing: "校验", message: "请先按回车结束单元格编辑。" });
  });

  it("says a fault of this tool in Chinese, without a stack trace", async () => {
    const { store, tasks } = setUp();
    const heard = jest.spyOn(console, "error").mockImplementation(() => undefined);
    await tasks.run("校验", () => Promise.reject(new TypeError("x is undefined")));
    heard.mockRestore();
    expect(store.state().problem?.message).toMatch(/^本工具没有做完这一步，工作簿没有因此改动。/);
  });

  it("is waited for by what was chosen meanwhile, one after the other", async () => {
    const { tasks } = setUp();
    const log: string[] = [];
    let finish = (): void => undefined;
    const saving = tasks.run("另存", () => new Promise<void>((resolve) => (finish = resolve)));
    const next = (name: string): Promise<boolean> =>
      tasks.runNext("打开文件", async () => {
        log.push(`${name} 开始`);
        await new Promise((resolve) => setTimeout(resolve, 1));
        log.push(`${name} 完成`);
      });
    const chosen = [next("甲"), next("乙")];
    await Promise.resolve();
    expect(log).toEqual([]);
    finish();
    expect([await saving, ...(await Promise.all(chosen))]).toEqual([true, true, true]);
    expect(log).toEqual(["甲 开始", "甲 完成", "乙 开始", "乙 完成"]);
  });

  it("that was given up is not waited for, even when it never answers", async () => {
    const { store, tasks } = setUp();
    const run = tasks.run("校验", () => never);
    tasks.cancel();
    expect(await run).toBe(false);
    expect([store.state().work, store.state().notice, store.state().problem]).toEqual([null, "已取消校验。", null]);
  });

  it("that was given up can show nothing any more", async () => {
    const { store, tasks } = setUp();
    let late: unknown;
    let answer = (): void => undefined;
    const run = tasks.run("校验", async (watch) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      try {
        watch.stage("正在校验…");
      } catch (cause) {
        late = cause;
        throw cause;
      }
    });
    tasks.cancel();
    await run;
    answer();
    await Promise.resolve();
    await Promise.resolve();
    expect(late).toBeDefined();
    expect(store.state().work).toBeNull();
  });

  it("is not begun while another runs", async () => {
    const { tasks } = setUp();
    const first = tasks.run("校验", () => never);
    expect(await tasks.run("生成说明", () => Promise.resolve())).toBe(false);
    tasks.cancel();
    await first;
    expect(await tasks.run("生成说明", () => Promise.resolve())).toBe(true);
  });

  it("keeps the last things done", () => {
    const { tasks } = setUp();
    for (let time = 0; time < 40; time++) tasks.note("定位", "完成");
    tasks.note("复制", "完成");
    expect(tasks.journal.at(-1)).toEqual({ doing: "复制", came: "完成" });
    expect(tasks.journal).toHaveLength(30);
  });

  it("says in the journal why something was not done without its message", async () => {
    const { tasks } = setUp();
    await tasks.run("校验", () => Promise.resolve());
    await tasks.run("标记", () => Promise.reject(new DoorProblem("protected", "工作表“某局收支”设有保护。")));
    expect(tasks.journal).toEqual([
      { doing: "校验", came: "完成" },
      { doing: "标记", came: "没有完成：有保护" },
    ]);
  });
});
