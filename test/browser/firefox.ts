import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Firefox as it is installed here; null where there is none. FIREFOX_PATH goes first. */
export function findFirefox(): string | null {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => [join(folder, "firefox"), join(folder, "firefox-esr")]);
  const places = [process.env["FIREFOX_PATH"], ...onPath, "/Applications/Firefox.app/Contents/MacOS/firefox"];
  return places.find((place): place is string => place !== undefined && existsSync(place)) ?? null;
}

/** Real keys and presses in one window of Firefox. Everything waits for states, and says what it waited for when it gives up. */
export interface Firefox {
  /** Where downloads are put. */
  readonly downloads: string;
  open(url: string): Promise<void>;
  /** Waits until the page answers something other than null, false or "". `script` is the body of a function. */
  until(script: string): Promise<unknown>;
  press(xpath: string): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Chooses a file of this machine. */
  choose(xpath: string, file: string): Promise<void>;
  close(): Promise<void>;
}

/** Keys that are no letters, as WebDriver writes them. */
export const KEYS = { Enter: "\uE007" } as const;

const PATIENCE = 60_000;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Asks again until there is an answer. */
export async function waitFor<T>(what: string, ask: () => Promise<T | null> | T | null): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null) return answer;
    await pause(50);
  }
  throw new Error(`waited in vain for ${what}`);
}

type Send = (command: string, parameters?: object) => Promise<unknown>;
type Reply = readonly [type: 1, id: number, error: { readonly error: string; readonly message: string } | null, result: unknown];

/** Firefox's own remote control: JSON with its length in front, on a socket of this machine. */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, { readonly answer: (reply: Reply) => void; readonly leave: (cause: Error) => void }>();
  let received = Buffer.alloc(0);
  let last = 0;
  socket.on("data", (bytes) => {
    received = Buffer.concat([received, Buffer.from(bytes)]);
    for (let colon = received.indexOf(":"); colon >= 0; colon = received.indexOf(":")) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message = JSON.parse(String(received.subarray(colon + 1, end))) as Reply | object;
      received = received.subarray(end);
      // The first message is a greeting.
      if (Array.isArray(message)) waiting.get((message as unknown as Reply)[1])?.answer(message as unknown as Reply);
    }
  });
  const leave = (): void => {
    for (const asked of waiting.values()) asked.leave(new Error("Firefox has gone"));
  };
  socket.on("close", leave).on("error", leave);
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const answer = ([, , error, result]: Reply): void => {
        waiting.delete(id);
        if (error) reject(new Error(`${command}: ${error.error}, ${error.message}`));
        else resolve(result);
      };
      waiting.set(id, { answer, leave: reject });
      const message = JSON.stringify([0, id, command, parameters]);
      socket.write(`${String(Buffer.byteLength(message))}:${message}`);
    });
}

const preferences = (downloads: string): string =>
  Object.entries({
    "marionette.port": 0,
    "browser.download.folderList": 2,
    "browser.download.dir": downloads,
    "browser.shell.checkDefaultBrowser": false,
    "datareporting.policy.dataSubmissionEnabled": false,
    "intl.accept_languages": "zh-CN",
  })
    .map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`)
    .join("");

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });

/** A window of its own, with a profile of its own. */
export async function launchFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const downloads = mkdtempSync(join(tmpdir(), "firefox-downloads-"));
  writeFileSync(join(profile, "user.js"), preferences(downloads));
  const child = spawn(program, ["--marionette", "--headless", "--no-remote", "--profile", profile], { stdio: "ignore" });
  const close = async (): Promise<void> => {
    child.kill();
    await gone(child);
    for (const folder of [profile, downloads]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const active = join(profile, "MarionetteActivePort");
    const port = await waitFor("Firefox to start", () => (existsSync(active) ? Number(readFileSync(active, "utf8")) || null : null));
    const send = marionette(connect(port, "127.0.0.1"));
    await send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
    const find = async (xpath: string): Promise<string> => {
      const found = (await send("WebDriver:FindElement", { using: "xpath", value: xpath })) as { readonly value: Record<string, string> };
      return Object.values(found.value)[0] ?? "";
    };
    return {
      downloads,
      open: async (url) => {
        await send("WebDriver:Navigate", { url });
      },
      until: (script) =>
        waitFor(script, async () => {
          const { value } = (await send("WebDriver:ExecuteScript", { script, args: [] })) as { readonly value: unknown };
          return value === false || value === "" ? null : value;
        }),
      press: async (xpath) => {
        await send("WebDriver:ElementClick", { id: await find(xpath) });
      },
      type: async (text) => {
        const actions = Array.from(text).flatMap((value) => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]);
        await send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
      },
      choose: async (xpath, file) => {
        await send("WebDriver:ElementSendKeys", { id: await find(xpath), text: file });
      },
      close,
    };
  } catch (cause) {
    await close();
    throw cause;
  }
}
