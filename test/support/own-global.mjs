import vm from "node:vm";
import { TestEnvironment } from "jest-environment-node";

/** Of what every realm has of its own, what Node's own modules hand out: theirs and the tests' must be one. */
const OF_NODE = new Set(["ArrayBuffer", "Uint8Array"]);

/** Hands a name on to another global; it is read there when it is first asked for, as Node loads some of its own that late. */
function handOn(from, to, key) {
  const there = Object.getOwnPropertyDescriptor(from, key);
  const how = { configurable: true, enumerable: there.enumerable };
  const settle = (value) => Object.defineProperty(to, key, { ...how, value, writable: true });
  Object.defineProperty(to, key, "value" in there ? there : { ...how, get: () => settle(from[key])[key], set: settle });
}

/**
 * Jest's environment for Node, with a global object as any program has one. Jest's own stands behind a proxy that notes what is
 * set on it, and every Map, Math and Number that a test's code names goes through that: a fifth of all the work there is.
 */
export default class OwnGlobal extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const made = this.global;
    // Node before 20.18 knows no other kind of context: there a plain object stands for the global one.
    this.context = vm.createContext(vm.constants?.DONT_CONTEXTIFY);
    this.global = vm.runInContext("globalThis", this.context);
    const own = new Set(Reflect.ownKeys(this.global));
    for (const key of Reflect.ownKeys(made)) if (!own.has(key) || OF_NODE.has(key)) handOn(made, this.global, key);
    this.global.global = this.global;
    this.global.Error.stackTraceLimit = made.Error.stackTraceLimit;
    this.moduleMocker = new this.moduleMocker.constructor(this.global);
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: config.projectConfig, global: this.global });
  }
}
