import { v7 } from "uuid";
import type { AppEvent } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { isColumnName } from "../../shared/import/import-columns.ts";
import {
  type ImportColumnChoice,
  type ImportCounts,
  type ImportRemark,
  type ImportReview,
  PREVIEW_ROWS,
  REMARKS_A_PAGE,
} from "../../shared/import/import-review.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { keepImportChoices, readImportChoices } from "../store/repositories/import-choices.ts";
import type { Store } from "../store/store.ts";
import { type ForeseenImport, foreseeImport, importClients } from "./import-clients.ts";
import { type ImportTask, type ImportWork, type Moment, STAGE } from "./import-messages.ts";
import { type ImportReading, readImportFile } from "./read-import-file.ts";

/** How a session speaks up between its answers. */
export interface ImportVoice {
  progress(done: number, of: number): void;
  event(event: AppEvent): void;
}

/** One import from its first bytes to its commit; everything of the file is in memory, and goes with the session. */
export interface ImportSession {
  run(task: ImportTask): Result<unknown, AppError>;
}

/** What was found in the file the last time it was checked. */
interface Checked {
  readonly reading: ImportReading;
  readonly remarks: readonly ImportRemark[];
}

/** A cell of the preview; the rest of a long text would not be seen. */
const PREVIEW_CHARACTERS = 80;
/** So often it says how far it is, in milliseconds. */
const BETWEEN_WORDS = 100;

/** Begins a session, which opens the store when it is first needed. */
export function createImportSession(
  work: Omit<ImportWork, "storeFile" | "key">,
  openStore: () => Store,
  voice: ImportVoice,
): ImportSession {
  const stage = new Int32Array(work.stage);
  const parts: Uint8Array[] = [];
  const say = everySoOften(voice);
  let store: Store | undefined;
  let checked: Checked | undefined;

  function check(choices: readonly ImportColumnChoice[] | null, { today }: Moment): ImportReview {
    store ??= openStore();
    const from = store;
    const { adviser, rule, infoCharacters } = work;
    const bytes = Buffer.concat(parts);
    // The parts are the whole now; kept as one, they are not put together again for the next look.
    parts.splice(0, parts.length, bytes);
    const reading = readImportFile(
      bytes,
      { rule, today, infoCharacters },
      {
        choicesFor: (header) => choices ?? readImportChoices(from, adviser.id, header),
        // Reading takes about as long as comparing.
        onLines: (done, of) => say(done, 2 * of),
      },
    );
    checked = { reading, remarks: remarksOf(reading) };
    const canBeWritten = reading.problems.length === 0;
    const { rows } = reading;
    const foreseen = foreseeImport({ store }, canBeWritten ? rows : rows.slice(0, PREVIEW_ROWS), (done) =>
      say(rows.length + done, 2 * rows.length),
    );
    return reviewOf(reading, foreseen, canBeWritten);
  }

  function write({ now, today }: Moment): Result<ImportCounts, AppError> {
    if (!store || !checked || checked.reading.problems.length > 0) return err({ code: "import-not-ready" });
    const { rows } = checked.reading;
    const context = {
      store,
      adviser: work.adviser,
      clock: { now: () => now, today: () => today, monotonic: () => performance.now() },
      newId: () => v7(),
      emit: voice.event,
    };
    const written = importClients(context, rows, {
      onRow: (done) => say(done, rows.length),
      isCancelled: () => Atomics.load(stage, 0) === STAGE.cancelled,
      mayCommit: () => Atomics.compareExchange(stage, 0, STAGE.open, STAGE.committing) === STAGE.open,
    });
    if (written.ok) keepImportChoices(store, work.adviser.id, checked.reading.header, chosenIn(checked.reading));
    return written;
  }

  return {
    run(task) {
      switch (task.kind) {
        case "part":
          parts.push(task.bytes);
          return ok(task.bytes.length);
        case "check":
          return ok(check(task.choices, task.at));
        case "remarks":
          return ok(checked?.remarks.slice(task.from, task.from + REMARKS_A_PAGE) ?? []);
        case "write":
          return write(task.at);
      }
    },
  };
}

/** What each column with a name of its own was taken for. */
function chosenIn({ header, columns }: ImportReading): ImportColumnChoice[] {
  return [...(columns?.positions ?? [])]
    .filter(([, column]) => !isColumnName(header[column] ?? ""))
    .map(([field, column]) => ({ column, field }));
}

function remarksOf({ problems, notes }: ImportReading): ImportRemark[] {
  const inOrder = (remarks: ImportReading["notes"], isProblem: boolean) =>
    remarks.map((remark) => ({ ...remark, isProblem })).sort((a, b) => a.line - b.line || a.column - b.column);
  return [...inOrder(problems, true), ...inOrder(notes, false)];
}

function reviewOf(reading: ImportReading, { counts, fates }: ForeseenImport, canBeWritten: boolean): ImportReview {
  const fields = new Map([...(reading.columns?.positions ?? [])].map(([field, column]) => [column, field]));
  const fateOfLine = new Map(fates.map((fate, index) => [reading.rows[index]?.line, fate]));
  return {
    encoding: reading.encoding,
    separator: reading.separator,
    counts: canBeWritten ? counts : { read: reading.read, added: 0, changed: 0, unchanged: 0 },
    columns: reading.header.map((name, column) => {
      const field = fields.get(column) ?? null;
      return { name, field, isChosen: field !== null && !isColumnName(name) };
    }),
    preview: reading.firstRows.map(({ line, cells }) => ({
      line,
      fate: fateOfLine.get(line) ?? "refused",
      cells: cells.map((cell) => cell.slice(0, PREVIEW_CHARACTERS)),
    })),
    problemCount: reading.problems.length,
    noteCount: reading.notes.length,
  };
}

function everySoOften(voice: ImportVoice): ImportVoice["progress"] {
  let last = Number.NEGATIVE_INFINITY;
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - last < BETWEEN_WORDS) return;
    last = now;
    voice.progress(done, of);
  };
}
