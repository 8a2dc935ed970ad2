import { sniff } from "../sniff";
import { biffLocks } from "./biff";
import type { Locks } from "./locks";
import { openDocumentLocks } from "./open-document";

/** What is protected in a file that is no package: .ods, .xls, .et. Text exports protect nothing. */
export function locksOf(bytes: Uint8Array): Locks {
  switch (sniff(bytes)) {
    case "zip":
      return openDocumentLocks(bytes);
    case "compound":
      return biffLocks(bytes);
    default:
      return new Map();
  }
}
