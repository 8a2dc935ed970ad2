import { tell } from "./project.mjs";

const EVERY = 1000;
const SELDOM = 15_000;

/**
 * Says how far something is, as long as it lasts: on a terminal one line that changes every second, elsewhere a line now and
 * then. `words` is asked each time. Call `end` when it is over.
 */
export function progress(words) {
  const terminal = process.stderr.isTTY;
  const say = () => {
    if (terminal) process.stderr.write(`\r\x1b[K${words()}`);
    else tell(words());
  };
  say();
  const timer = setInterval(say, terminal ? EVERY : SELDOM);
  return {
    end: () => {
      clearInterval(timer);
      say();
      if (terminal) process.stderr.write("\n");
    },
  };
}
