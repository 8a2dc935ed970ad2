import { quoteSheet } from "../../src/amount/cell-ref";
import type { PlainWorkbook } from "../../src/workbook/plain";
import type { Area } from "./area";
import { areaText, parseArea } from "./area";
import { enter } from "./fake-cell";
import type { FakeSheet } from "./fake-sheet";
import { FakeWorkbook } from "./fake-workbook";
import { HostError, denied } from "./host-error";
import type { HostContext } from "./host/context";
import type { Host } from "./host/host";
import { ServiceHost } from "./host/service-host";
import { workbookHost } from "./host/workbook-host";
import type { BridgeMessage, RequestBody } from "./protocol";
import { run } from "./request";

/** Excel on the web takes and gives no more than this in one request. */
export const FIVE_MEGABYTES = 5 * 1024 * 1024;

/** Milliseconds after which an answer is late. */
const LATE = 40;
const GENERAL = {
  statusCode: 200,
  body: {
    Results: [],
    TraceIds: [],
    Error: {
      Code: "GeneralException",
      Message: "There was an internal error while processing the request.",
      Location: "",
      ActionIndex: 0,
      HttpStatusCode: 500,
    },
  },
};
const EVENT_CATEGORY = 65_536;
const EVENT_TYPES = { DataChanged: 10, Added: 13, Deleted: 15 } as const;
type EventName = keyof typeof EVENT_TYPES;

const THROWN = { statusCode: 503, body: "" };

/**
 * How one request fails: refused as a whole, lost on the way so that the library throws, broken off at an action, never
 * answered, done but answered too late.
 */
export type Failure = { readonly kind: "refused" | "thrown" | "silent" | "late" } | { readonly kind: "broken"; readonly at: number };

interface Refusal {
  readonly error: HostError;
  times: number;
}

/**
 * Excel in memory, seen from the library's bridge: one workbook, what went over the bridge, and ways to make Excel
 * refuse. A test reads and changes `workbook` directly; the code under test sees it only through the genuine library.
 */
export class FakeExcel {
  /** Requests that asked something; those that only let go of references are counted in `releases`. */
  roundTrips = 0;
  releases = 0;
  /** UTF-8 bytes of the largest answer so far, and of all. */
  largestResponse = 0;
  bytesReceived = 0;
  bytesSent = 0;
  responseLimit = FIVE_MEGABYTES;
  requestLimit = FIVE_MEGABYTES;
  /** The workbook was closed: nothing is answered any more but with an error. */
  closed = false;
  /** Whether events say who has changed cells (ExcelApi 1.14); Excel 2021 and older say nothing of it. */
  saysWho = true;
  /** Milliseconds before each answer. */
  latency = 0;
  /** Calls to services beside the workbook, such as showing the pane. */
  readonly serviceCalls: { readonly service: string; readonly method: string; readonly args: readonly unknown[] }[] = [];

  /** How the request of that number (from 1, counted in `requests`) fails; null where it does not. */
  failure: (request: number) => Failure | null = () => null;
  /** Requests so far, and how many actions each had. */
  readonly requests: number[] = [];
  private refusals: Refusal[] = [];
  private readonly subscriptions = new Map<string, number>();
  private readonly references = new Map<string, Host>();
  private nextReference = 0;
  private deliver: (text: string) => void = () => undefined;
  private gate: Promise<void> = Promise.resolve();
  private openGate: () => void = () => undefined;
  private readonly root: Host;
  private pending: (() => void)[] = [];

  constructor(readonly workbook: FakeWorkbook) {
    this.root = workbookHost(this.context(), {
      subscribe: (event) => this.subscriptions.set(event, (this.subscriptions.get(event) ?? 0) + 1),
      unsubscribe: (event) => this.subscriptions.set(event, (this.subscriptions.get(event) ?? 1) - 1),
      release: (reference) => this.references.delete(reference),
      referenced: (reference) => this.referenced(reference),
    });
  }

  static of(plain: PlainWorkbook): FakeExcel {
    return new FakeExcel(FakeWorkbook.of(plain));
  }

  sheet(name: string): FakeSheet {
    return this.workbook.sheet(name);
  }

  get activeSheet(): string | null {
    return this.workbook.active?.name ?? null;
  }

  /** "表5!E27"; null where nothing was selected yet. */
  get selection(): string | null {
    const at = this.workbook.selection;
    return at && `${quoteSheet(at.sheet.name)}!${areaText(at.area)}`;
  }

  /** References that the library still holds: 0 when it cleans up after itself. */
  get heldReferences(): number {
    return this.references.size;
  }

  listeners(event: EventName): number {
    return this.subscriptions.get(event) ?? 0;
  }

  resetCounts(): void {
    this.roundTrips = this.releases = this.largestResponse = this.bytesReceived = this.bytesSent = 0;
  }

  /** The user, or a colleague far away, types into a cell (and presses Enter): onChanged is raised. */
  edit(sheet: string, address: string, value: string | number | boolean | null, source: "Local" | "Remote" = "Local"): void {
    const target = this.workbook.sheet(sheet);
    const area = parseArea(address);
    for (const cell of target.every(area)) enter(cell, value);
    this.raiseChanged(target, area, "Unknown", source);
  }

  /** The user deletes a sheet. */
  removeSheet(name: string): void {
    const sheet = this.workbook.sheet(name);
    this.workbook.sheets = this.workbook.sheets.filter((other) => other !== sheet);
    this.raise("Deleted", { worksheetId: sheet.id, source: "Local" });
  }

  /** The user adds a sheet. */
  addSheet(name: string): FakeSheet {
    const sheet = this.workbook.addSheet(name);
    this.raise("Added", { worksheetId: sheet.id, source: "Local" });
    return sheet;
  }

  /** The next `times` requests fail because a cell is being edited. */
  beginCellEdit(times = Number.POSITIVE_INFINITY): void {
    this.refuse(
      new HostError(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
      ),
      times,
    );
  }

  /** The user pressed Enter, and whatever else refused is over. */
  endRefusals(): void {
    this.refusals = [];
  }

  /** The next `times` requests fail with this code. */
  refuse(error: HostError | string, times = Number.POSITIVE_INFINITY): void {
    this.refusals.push({ error: typeof error === "string" ? new HostError(error, error) : error, times });
  }

  /** Answers nothing until `resume`: a workbook that is still being opened. */
  hold(): void {
    this.gate = new Promise((open) => (this.openGate = open));
  }

  resume(): void {
    this.openGate();
  }

  /** Where answers and events go: the library's onMessageFromHost. */
  connect(deliver: (text: string) => void): void {
    this.deliver = deliver;
  }

  /** One message of the library. */
  async receive(text: string): Promise<void> {
    const { id, message } = JSON.parse(text) as BridgeMessage;
    const body = typeof message.body === "string" ? (JSON.parse(message.body) as RequestBody) : message.body;
    this.count(body, text);
    await this.gate;
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    this.requests.push(body.Actions.length);
    const failure = this.failure(this.requests.length);
    if (failure?.kind === "silent") return;
    const answer =
      failure?.kind === "refused"
        ? GENERAL
        : failure?.kind === "thrown"
          ? THROWN
          : this.answer(body, Buffer.byteLength(text), failure?.kind === "broken" ? failure.at : undefined);
    if (failure?.kind === "late") await new Promise((resolve) => setTimeout(resolve, LATE));
    const sent = JSON.stringify({ id, type: 2, message: { headers: {}, ...answer } });
    this.bytesSent += Buffer.byteLength(sent);
    this.largestResponse = Math.max(this.largestResponse, Buffer.byteLength(sent));
    this.deliver(sent);
    const events = this.pending;
    this.pending = [];
    for (const event of events) event();
  }

  private answer(body: RequestBody, size: number, breakAt?: number): { statusCode: number; body: unknown } {
    const failed = (error: HostError): { statusCode: number; body: unknown } => ({
      statusCode: error.status,
      body: { error: { code: error.code, message: error.message } },
    });
    if (this.closed) return failed(new HostError("InvalidOrTimedOutSession", "Your Office session has expired or is invalid.", 408));
    if (size > this.requestLimit)
      return failed(new HostError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."));
    const refusal = this.refusals.find((candidate) => candidate.times > 0);
    if (refusal) {
      refusal.times -= 1;
      const { code, message, status } = refusal.error;
      return {
        statusCode: 200,
        body: { Results: [], TraceIds: [], Error: { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: status } },
      };
    }
    const response = run(
      body,
      {
        root: this.root,
        reference: (reference) => this.referenced(reference),
        keep: (host) => this.keep(host),
        service: (name) => new ServiceHost(name, (service, method, args) => this.serviceCalls.push({ service, method, args })),
      },
      breakAt,
    );
    if (Buffer.byteLength(JSON.stringify(response)) > this.responseLimit)
      return failed(new HostError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."));
    return { statusCode: 200, body: response };
  }

  private count(body: RequestBody, text: string): void {
    this.bytesReceived += Buffer.byteLength(text);
    const asked = body.Actions.some((action) => action.ActionType !== 1 && action.ActionType !== 5 && action.Name !== "_RemoveReference");
    const instantiatedOnly = body.Actions.every((action) => action.ActionType === 1);
    if (asked || instantiatedOnly) this.roundTrips += 1;
    else this.releases += 1;
  }

  private keep(host: Host): string {
    const id = `ref-${String(++this.nextReference)}`;
    this.references.set(id, host);
    return id;
  }

  private referenced(id: string): Host {
    const host = this.references.get(id);
    if (!host) throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
    return host;
  }

  private context(): HostContext {
    const mayEdit = (sheet: FakeSheet | null, area?: Area): void => {
      if (this.workbook.readOnly || (sheet?.protected && !(area && sheet.unlocked(area)))) throw denied();
    };
    return {
      workbook: this.workbook,
      mayEdit,
      mayFormat: (sheet) => {
        if (this.workbook.readOnly || (sheet.protected && !sheet.allows.has("allowFormatCells"))) throw denied();
      },
      mayRestructure: () => {
        mayEdit(null);
        if (this.workbook.structureProtected) throw denied();
      },
      changed: (sheet, area) => this.pending.push(() => this.raiseChanged(sheet, area, "ThisLocalAddin")),
      raise: (event, sheet) =>
        this.pending.push(() => this.raise(event === "added" ? "Added" : "Deleted", { worksheetId: sheet.id, source: "Local" })),
      newId: () => this.workbook.newId(),
    };
  }

  private raiseChanged(sheet: FakeSheet, area: Area, triggerSource: string, source = "Local"): void {
    this.raise("DataChanged", {
      worksheetId: sheet.id,
      address: areaText(area),
      changeType: "RangeEdited",
      source,
      ...(this.saysWho && { triggerSource }),
      shiftDirection: "None",
      referenceId: "",
    });
  }

  private raise(event: EventName, message: Record<string, unknown>): void {
    if (this.listeners(event) === 0) return;
    const entry = {
      messageCategory: EVENT_CATEGORY,
      messageType: EVENT_TYPES[event],
      targetId: "Workbook",
      message: JSON.stringify(message),
    };
    this.deliver(JSON.stringify({ type: 3, message: { entries: [entry] } }));
  }
}
