import { DoorProblem } from "../../../src/hosts/door";
import { createApartReader, secondsFor } from "../../../src/hosts/file/apart/apart";
import type { StartThread } from "../../../src/hosts/file/apart/budgeted";
import { lastRead } from "../../../src/hosts/file/apart/last-read";
import { createFilePool } from "../../../src/hosts/file/apart/pool";
import { saysNothing } from "../../../src/hosts/file/apart/quiet";
import { answerRead, type ReadTask } from "../../../src/hosts/file/apart/readers";

const file = new Uint8Array(10);
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (cause: unknown) => cause,
  );

/** Threads that do as told for each file's name; which were started and ended. */
function threads(behave: (task: ReadTask, answer: (result: unknown) => void, fault: (memory: boolean) => void) => void): {
  start: StartThread<ReadTask>;
  log: string[];
} {
  const log: string[] = [];
  let count = 0;
  const start: StartThread<ReadTask> = (onAnswer, onFault) => {
    const number = ++count;
    log.push(`start ${String(number)}`);
    return {
      post: (task) =>
        behave(
          task,
          (result) => onAnswer({ result }),
          (memory) => onFault({ memory, cause: null }),
        ),
      end: () => log.push(`end ${String(number)}`),
    };
  };
  return { start, log };
}

it("a file that is not read in its time is given up with its thread, and the next one is read in a new one", async () => {
  const { start, log } = threads(({ name }, answer) => {
    if (name !== "坏.xls") answer(name);
  });
  const reader = createApartReader(start, () => 0.05);
  const [bad, good] = await Promise.all([failure(reader.read("report", file, "坏.xls")), reader.read("report", file, "好.txt")]);
  expect(bad).toBeInstanceOf(DoorProblem);
  expect((bad as DoorProblem).message).toMatch(/“坏\.xls”读了 0\.05 秒没有进展，可能已损坏/);
  expect(good).toBe("好.txt");
  expect(log).toEqual(["start 1", "end 1", "start 2"]);
});

it("one thread reads file after file", async () => {
  const { start, log } = threads(({ name }, answer) => setTimeout(() => answer(name), 1));
  const reader = createApartReader(start);
  expect(await Promise.all(["a", "b", "c"].map((name) => reader.read("report", file, name)))).toEqual(["a", "b", "c"]);
  expect(log).toEqual(["start 1"]);
});

describe("several threads", () => {
  it("read as many files at the same time; the next one goes to the first that is idle, answers stand with their files", async () => {
    const posted: string[] = [];
    const { start, log } = threads(({ name }, answer) => {
      posted.push(name);
      setTimeout(() => answer(name), name === "慢" ? 60 : 5);
    });
    const reader = createApartReader(start, secondsFor, 2);
    const read = ["慢", "甲", "乙", "丙"].map((name) => reader.read("report", file, name));
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(posted).toEqual(["慢", "甲"]);
    expect(await Promise.all(read)).toEqual(["慢", "甲", "乙", "丙"]);
    expect(log).toEqual(["start 1", "start 2"]);
  });

  it("stopped: those under way and those that wait are cancelled, and the next ones are read", async () => {
    const posted: string[] = [];
    const { start } = threads(({ name }, answer) => {
      posted.push(name);
      if (name.startsWith("好")) answer(name);
    });
    const reader = createApartReader(start, secondsFor, 2);
    const given = ["甲", "乙", "丙", "丁"].map((name) => failure(reader.read("report", file, name)));
    await new Promise((resolve) => setTimeout(resolve, 1));
    reader.stop();
    expect(await Promise.all(given)).toMatchObject(Array(4).fill({ kind: "cancelled" }));
    expect(posted).toEqual(["甲", "乙"]);
    expect(await Promise.all(["好1", "好2"].map((name) => reader.read("report", file, name)))).toEqual(["好1", "好2"]);
  });

  it("one that is ended takes no other's file with it", async () => {
    const { start } = threads(({ name }, answer, fault) => (name === "大" ? fault(true) : setTimeout(() => answer(name), 5)));
    const reader = createApartReader(start, secondsFor, 2);
    const read = ["甲", "大", "乙"].map((name) => reader.read("report", file, name).catch((cause: unknown) => cause));
    expect(await Promise.all(read)).toMatchObject(["甲", { message: expect.stringMatching(/大得不像/) as string }, "乙"]);
  });
});

it("a pool that is ended has ended its threads, and starts others for what comes after", async () => {
  const { start, log } = threads(({ name }, answer) => setTimeout(() => answer(name), 1));
  const pool = createFilePool(start, 2);
  const read = (name: string): Promise<unknown> => pool.run({ kind: "report", bytes: file, name }, name, file.length);
  await Promise.all(["a", "b"].map(read));
  pool.end();
  expect(log.slice(0, 2)).toEqual(["start 1", "start 2"]);
  expect(log.slice(2).sort()).toEqual(["end 1", "end 2"]);
  expect(await read("c")).toBe("c");
  expect(log.at(-1)).toBe("start 3");
});

it("what needs a file again goes to the thread that read it, unless only another is idle", async () => {
  const held = new Map<string, () => void>();
  const started: string[] = [];
  let count = 0;
  const start: StartThread<{ readonly task: string }> = (onAnswer) => {
    const number = ++count;
    return {
      post: ({ task }) => {
        started.push(`${task} in ${String(number)}`);
        held.set(task, () => onAnswer({ result: task }));
      },
      end: () => undefined,
    };
  };
  const pool = createFilePool(start, 2);
  const run = (task: string, near?: string): Promise<unknown> => pool.run({ task }, task, 1, near);
  const done = async (task: string): Promise<void> => {
    held.get(task)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  const all = [run("报告"), run("工作簿"), run("丙"), run("对照", "报告"), run("丁")];
  await done("无");
  // Of those that wait 丙 is first, and 对照 is for the other thread.
  await done("工作簿");
  await done("报告");
  await done("丙");
  await done("对照");
  await done("丁");
  all.push(run("又对照", "工作簿"));
  await done("无");
  await done("又对照");
  await Promise.all(all);
  expect(started).toEqual(["报告 in 1", "工作簿 in 2", "丙 in 2", "对照 in 1", "丁 in 2", "又对照 in 2"]);
});

it("of what was read the last few are kept, those asked for last the longest", () => {
  const read = lastRead<string>();
  for (const name of ["1", "2", "3", "4", "5", "6"]) read.keep(name, name);
  read.keep("1", "1");
  read.keep("7", "7");
  expect(["1", "2", "3", "7"].map((name) => read.of(name))).toEqual(["1", undefined, "3", "7"]);
});

it("what is said in a thread on the side reaches nobody, and whoever waits for it to be written goes on", async () => {
  const written: unknown[] = [];
  const stream = { write: (...given: readonly unknown[]) => written.push(given) > 0 };
  saysNothing([stream]);
  await new Promise<void>((resolve) => stream.write("说给谁听", resolve));
  await new Promise<void>((resolve) => stream.write("说给谁听", "utf8", resolve));
  expect(stream.write("说给谁听")).toBe(true);
  expect(written).toEqual([]);
});

it("want of memory is said, and what else ends a thread", async () => {
  const { start } = threads(({ name }, _, fault) => fault(name === "大"));
  const reader = createApartReader(start);
  expect(await failure(reader.read("report", file, "大"))).toMatchObject({ message: expect.stringMatching(/大得不像/) as string });
  expect(await failure(reader.read("report", file, "怪"))).toMatchObject({ message: expect.stringMatching(/已损坏/) as string });
});

it("stopped: the file under way is cancelled, the next one is read", async () => {
  const { start } = threads(({ name }, answer) => {
    if (name === "好") answer(name);
  });
  const reader = createApartReader(start);
  const slow = failure(reader.read("report", file, "慢"));
  await Promise.resolve();
  await Promise.resolve();
  reader.stop();
  expect(await slow).toMatchObject({ kind: "cancelled" });
  expect(await reader.read("report", file, "好")).toBe("好");
});

it("large workbooks get more time; a report only as long as it gets on", async () => {
  expect([secondsFor("workbook", 1000), secondsFor("workbook", 50_000_000)]).toEqual([20, 220]);
  expect(secondsFor("report", 50_000_000)).toBeLessThan(10);
  const told: number[] = [];
  const reader = createApartReader(
    (onMessage) => ({
      // Three steps, each within the time, all of them together beyond it.
      post: () =>
        [1, 2, 3].forEach((step) => setTimeout(() => onMessage(step < 3 ? { progress: step / 3 } : { result: "读完" }), step * 60)),
      end: () => undefined,
    }),
    () => 0.1,
  );
  expect(await reader.read("report", file, "长.pdf", (done) => told.push(done))).toBe("读完");
  expect(told).toEqual([1 / 3, 2 / 3]);
});

it("on a busy desk it is the processor's time that counts, until too much of the clock's has gone by", async () => {
  // So much that a machine which stands still for a moment does not use it up.
  const BUDGET = 0.4;
  const slow =
    (used: () => number): StartThread<ReadTask> =>
    (onMessage) => ({
      post: ({ name }) => {
        if (name === "等.pdf") setTimeout(() => onMessage({ result: "读完" }), BUDGET * 2400);
      },
      end: () => undefined,
      used,
    });
  // Waited for more than twice the budget, and hardly worked.
  expect(
    await createApartReader(
      slow(() => 0),
      () => BUDGET,
    ).read("report", file, "等.pdf"),
  ).toBe("读完");
  expect(
    await failure(
      createApartReader(
        slow(() => Date.now() / 1000),
        () => BUDGET,
      ).read("report", file, "等.pdf"),
    ),
  ).toBeInstanceOf(DoorProblem);
  expect(
    await failure(
      createApartReader(
        slow(() => 0),
        () => BUDGET,
      ).read("report", file, "永远.pdf"),
    ),
  ).toBeInstanceOf(DoorProblem);
});

it("what a reader throws crosses as words: a problem as it is, anything else as a file that could not be read", async () => {
  const reader = createApartReader((onAnswer) => ({
    post: (task) => void answerRead(task, () => Promise.reject(new Error("no PDF here"))).then(onAnswer),
    end: () => undefined,
  }));
  expect(await failure(reader.read("workbook", new Uint8Array(), "空.xlsx"))).toMatchObject({
    kind: "empty",
    message: expect.stringMatching(/空文件/) as string,
  });
  expect(await failure(reader.read("worksheet" as never, file, "怪.xlsx"))).toMatchObject({
    kind: "corrupt",
    message: expect.stringMatching(/“怪\.xlsx”已损坏/) as string,
  });
});
