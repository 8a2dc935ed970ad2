/** How many of a long series are tried: a part in npm test, all of them where TEST_DEPTH=all asks for it. */
export const depth = (all: number, part: number): number => (process.env["TEST_DEPTH"] === "all" ? all : part);
