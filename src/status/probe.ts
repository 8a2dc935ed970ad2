/** Looks at the server and at this browser. Nothing is asked of any other site. */
import type { Answer, Listed } from "./judge";

export interface FileList {
  readonly version: string;
  readonly files: readonly Listed[];
}

const PARALLEL = 12;
const PATIENCE = 10_000;

/** The list of what was published; null when it cannot be had. */
export async function publishedFiles(): Promise<FileList | null> {
  try {
    const answer = await fetch("files.json", { cache: "no-store" });
    return answer.ok ? ((await answer.json()) as FileList) : null;
  } catch {
    return null;
  }
}

const path = (name: string): string => name.split("/").map(encodeURIComponent).join("/");

async function ask(name: string): Promise<Answer> {
  try {
    const { status, headers } = await fetch(path(name), { method: "HEAD", cache: "no-store" });
    return { name, status, type: headers.get("content-type"), cache: headers.get("cache-control") };
  } catch {
    return { name, status: 0, type: null, cache: null };
  }
}

/** Asks for every file, a few at a time, telling how far it is. */
export async function askAll(names: readonly string[], told: (done: number) => void): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const left = names.entries();
  const one = async (): Promise<void> => {
    for (const [at, name] of left) {
      answers[at] = await ask(name);
      told(answers.filter(Boolean).length);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, one));
  return answers;
}

export async function pageHeaders(): Promise<{ readonly frame: string | null; readonly sniff: string | null }> {
  const { headers } = await fetch("index.html", { method: "HEAD", cache: "no-store" });
  return { frame: headers.get("x-frame-options"), sniff: headers.get("x-content-type-options") };
}

/** Whether the page's own policy holds: it forbids to make code out of text. */
export function evalIsRefused(): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what the policy must stop
    new Function("");
    return false;
  } catch {
    return true;
  }
}

export const workerAnswers = (): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    const end = (there: boolean): void => {
      clearTimeout(timer);
      resolve(there);
    };
    try {
      const worker = new Worker(new URL("./echo.ts", import.meta.url));
      worker.onmessage = () => {
        worker.terminate();
        end(true);
      };
      worker.onerror = () => end(false);
      worker.postMessage(null);
    } catch {
      end(false);
    }
  });

export const storageKeeps = (): Promise<boolean> =>
  new Promise((resolve) => {
    try {
      const name = "budget-status";
      const opening = indexedDB.open(name);
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        opening.result.close();
        indexedDB.deleteDatabase(name);
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });

/** The text of a published file; null when it cannot be had. */
export async function textOf(name: string): Promise<string | null> {
  try {
    const answer = await fetch(path(name), { cache: "no-store" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
