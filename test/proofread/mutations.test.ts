import { proofread } from "../../src/proofread/proofread";
import { directionMutations, figureMutations, nameMutations, yearMutations, type Mutation } from "./mutations";
import { rightText, sampleBook, sentences, unchanged, undetected } from "./support";

/** Prose of the user's own that the sample's 填报 sheets do not have word for word: nothing proves it. */
const OWN_PROSE = /主要原因是?：?[^；。]*|资金分配情况.*|资金执行时间.*|主要用于.*/g;

/** The text put right, with that prose left out, so that every figure, year and direction that remains must be found when it changes. */
const provable = (): string[] =>
  rightText().map((text) =>
    text.includes("均未安排")
      ? text
      : text.replace(OWN_PROSE, (prose) =>
          prose.startsWith("主要原因") ? "主要原因是据实安排" : prose.startsWith("主要用于") ? "主要用于日常支出" : "",
        ),
  );

/** One in three, evenly spread; all kinds over published texts are in bench/mutations.bench.ts. */
const sampled = (mutations: readonly Mutation[]): readonly Mutation[] => mutations.filter((_, index) => index % 3 === 1);

test("every figure, year and direction changed is found at its words; of the unchanged text the same is said as before", async () => {
  const against = await sampleBook();
  const text = provable();
  const before = unchanged(text, against);
  const where = sentences(before);
  for (const mutations of [figureMutations(text, where), yearMutations(text, where), directionMutations(text, where)]) {
    expect(mutations.length).toBeGreaterThan(40);
    const tried = sampled(mutations);
    const missed = undetected(text, against, tried);
    expect({ missed, share: missed.length / tried.length <= 0.01 }).toEqual({ missed, share: true });
  }
  // A hundred other texts later the first one is told as before: nothing of a text stays behind.
  expect(proofread(text, against)).toEqual(before);
}, 120000);

test("at least 95 % of the names changed by one character are found", async () => {
  const against = await sampleBook();
  const text = rightText();
  const names = [
    "示例市人民政府办公室",
    "政务服务热线运行服务费",
    "行政运行",
    "其他组织事务支出",
    "住房公积金",
    "公务员医疗补助",
    "机关事业单位职业年金缴费支出",
    "行政事业单位养老支出",
    "一般公共服务支出",
    "卫生健康支出",
    "职业年金缴费",
    "差旅费",
    "公务用车运行维护费",
    "公务接待费",
    "科技成果转化与扩散",
  ];
  const mutations = nameMutations(text, sentences(unchanged(text, against)), names);
  expect(mutations.length).toBeGreaterThan(60);
  const tried = sampled(mutations);
  const missed = undetected(text, against, tried);
  expect({ missed, share: missed.length / tried.length <= 0.05 }).toEqual({ missed, share: true });
}, 120000);
