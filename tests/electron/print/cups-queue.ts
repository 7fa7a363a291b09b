import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why no real CUPS queue can be had on this machine; undefined where one can. */
export const noCupsReason: string | undefined = findReason();

/** What CUPS was asked for with a document. */
export interface QueuedJob {
  readonly copies: number;
  readonly tray: string;
}

/** A queue of this machine's CUPS whose printer is a socket of the test. */
export interface CupsQueue {
  readonly name: string;
  /** What the printer got of the next document, once it is whole. */
  received(): Promise<Buffer>;
  lastJob(): Promise<QueuedJob>;
  /** cupsdisable and the like. */
  tell(command: "cupsdisable" | "cupsenable" | "cupsreject" | "cupsaccept"): void;
  jobsLeft(): string;
  /** Takes the queue away; CUPS goes on. */
  takeAway(): void;
  /** Leaves the machine as it was. */
  close(): void;
}

const ENGLISH = { ...process.env, LC_ALL: "C" };

/** Sets up a queue; CUPS itself is started where it does not run yet. */
export async function openCupsQueue(): Promise<CupsQueue> {
  const scheduler = await startScheduler();
  const name = `Action-Plan-test-${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), "action-plan-ppd-"));
  const prints: Buffer[] = [];
  const waiting: ((bytes: Buffer) => void)[] = [];
  const server = createServer((socket) => void wholeOf(socket).then(deliver));
  const deliver = (bytes: Buffer) => {
    const next = waiting.shift();
    if (next) next(bytes);
    else prints.push(bytes);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  writeFileSync(join(folder, "test.ppd"), PPD);
  run("lpadmin", "-p", name, "-E", "-v", `socket://127.0.0.1:${port}`, "-P", join(folder, "test.ppd"));
  return {
    name,
    received: () => {
      const there = prints.shift();
      return there ? Promise.resolve(there) : new Promise((resolve) => waiting.push(resolve));
    },
    lastJob: () => readJob(name),
    tell: (command) => run(command, name),
    jobsLeft: () => run("lpstat", "-o", name),
    takeAway: () => run("lpadmin", "-x", name),
    close: () => {
      try {
        run("lpadmin", "-x", name);
      } catch {
        // A test took it away already.
      }
      server.close();
      scheduler?.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findReason(): string | undefined {
  if (process.platform === "win32") return "Windows has no CUPS";
  if (!existsSync("/usr/sbin/cupsd") || !existsSync("/usr/bin/lp")) return "CUPS is not installed";
  return process.getuid?.() === 0 ? undefined : "only root may set up a queue";
}

async function startScheduler(): Promise<ChildProcess | undefined> {
  if (isRunning()) return undefined;
  const started = spawn("/usr/sbin/cupsd", ["-f"], { stdio: "ignore" });
  while (!isRunning()) await new Promise((resolve) => setTimeout(resolve, 50));
  return started;
}

function isRunning(): boolean {
  try {
    return /scheduler is running/.test(run("lpstat", "-r"));
  } catch {
    return false;
  }
}

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", env: ENGLISH, stdio: ["ignore", "pipe", "ignore"] });
}

function wholeOf(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve) => {
    socket.on("data", (part) => parts.push(part));
    socket.on("end", () => {
      socket.end();
      resolve(Buffer.concat(parts));
    });
    socket.on("error", () => resolve(Buffer.concat(parts)));
  });
}

/** The newest job of a queue, by IPP, since CUPS's own commands tell no options. */
async function readJob(queue: string): Promise<QueuedJob> {
  const ids = [...run("lpstat", "-W", "all", "-o", queue).matchAll(/^\S+-(\d+)\s/gm)].map(([, id]) => Number(id));
  const body = Buffer.concat([
    Buffer.from([2, 0, 0, 9, 0, 0, 0, 1, 1]),
    attribute(0x47, "attributes-charset", "utf-8"),
    attribute(0x48, "attributes-natural-language", "en"),
    attribute(0x45, "job-uri", `ipp://localhost/jobs/${Math.max(...ids)}`),
    attribute(0x42, "requesting-user-name", "root"),
    Buffer.from([3]),
  ]);
  const headers = { "content-type": "application/ipp" };
  const response = await fetch("http://localhost:631/jobs/", { method: "POST", headers, body });
  const answer = Buffer.from(await response.arrayBuffer());
  return { copies: readValue(answer, "copies").readInt32BE(), tray: readValue(answer, "InputSlot").toString() };
}

function attribute(tag: number, name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([tag]), withLength(name), withLength(value)]);
}

function withLength(text: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(text));
  return Buffer.concat([length, Buffer.from(text)]);
}

function readValue(answer: Buffer, name: string): Buffer {
  const start = answer.indexOf(withLength(name));
  if (start === -1) throw new Error(`The job has no ${name}`);
  const length = start + 2 + name.length;
  return answer.subarray(length + 2, length + 2 + answer.readUInt16BE(length));
}

/** A printer with two trays that takes PDF as it is. */
const PPD = `*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsVersion: 2.2
*cupsFilter: "application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*OpenUI *InputSlot/Tray: PickOne
*DefaultInputSlot: Tray2
*InputSlot Tray2/Tray 2: ""
*InputSlot Tray1/Tray 1: ""
*CloseUI: *InputSlot
`;
