import { serialNumber } from "../../../shared/clerical/serial-number.ts";
import { addDays, type CivilDate } from "../../../shared/dates.ts";
import { insertAppointment } from "../../store/repositories/appointments.ts";
import { insertClericalForm } from "../../store/repositories/clerical-forms.ts";
import { insertConversation } from "../../store/repositories/conversations.ts";
import { insertDoubt, settleDoubt } from "../../store/repositories/doubts.ts";
import { insertOfficeWord } from "../../store/repositories/office-words.ts";
import { writeAnswer } from "../../store/repositories/participation-answers.ts";
import { insertWorkflow } from "../../store/repositories/workflows.ts";
import type { Writer } from "../../store/transaction.ts";
import { TRAINING_PREFIX } from "../clerical-forms.ts";

/** What the seeding of a training store needs. */
export interface Seeding {
  readonly writer: Writer;
  readonly today: CivilDate;
  readonly newId: () => string;
  readonly johns: string;
  readonly whitlock: string;
  readonly drummond: string;
}

/** A moment of a day; the training store's people keep office hours. */
export function moment(date: CivilDate, time: string): string {
  return `${date}T${time}:00.000Z`;
}

/** A note on Maria to close her open item, the notes before it, and her next appointment. */
export function seedMariasWork(seeding: Seeding, clientId: string, openItemId: string): void {
  const { writer, today, newId, johns, whitlock } = seeding;
  const letter = "Letter from the nursery: Ryan has a place for three mornings until the summer.";
  const reference = "Asked Brae House what a reference needs to say. Mr Calder will write it by the end of the month.";
  const busPass = "Sent the bus pass form. She has a lift until the month after next.";
  const toClose = "Maria rang: form and references posted. The college will see her next week.";
  const byTelephone = { adviserId: johns, isByTelephone: true };
  const notes: readonly Note[] = [
    { daysAgo: 50, time: "16:05", adviserId: whitlock, text: letter },
    { daysAgo: 33, time: "10:40", adviserId: johns, text: reference },
    { daysAgo: 19, time: "09:15", ...byTelephone, text: busPass },
    { daysAgo: 6, time: "14:20", ...byTelephone, text: toClose, closesItemId: openItemId },
  ];
  for (const note of notes) addNote(seeding, clientId, note);
  insertAppointment(writer, newId(), clientId, {
    date: addDays(today, 14),
    time: "10:00",
    kind: "caseload",
    adviserId: johns,
  });
}

/** What Maria answered at her first interview. */
export function seedAnswers({ writer, newId }: Seeding, interviewId: string): void {
  const answers = {
    work: "Care work with older people; she did it before the children came.",
    "in-the-way": "Mornings only, until Ryan is at school.",
  };
  for (const [question, answer] of Object.entries(answers)) {
    writeAnswer(writer, interviewId, { question, answer }, newId);
  }
}

/** A check on Dilip's overdue item, and a doubt that was dealt with. */
export function seedDilipsWork(
  { writer, today, newId, johns, whitlock }: Seeding,
  {
    clientId,
    itemId,
    interviewId,
  }: { readonly clientId: string; readonly itemId: string; readonly interviewId: string },
): void {
  insertWorkflow(writer, clientId, {
    id: newId(),
    itemId,
    checkDate: addDays(today, -4),
    note: "Ring Dilip and ask which warehouses have answered.",
    setAt: moment(addDays(today, -28), "10:31"),
    adviserId: johns,
  });
  const id = newId();
  const recordedAt = moment(addDays(today, -28), "10:20");
  const text = "Says he turned down the night shifts offered last month.";
  insertDoubt(writer, { id, interviewId, clientId, kind: "other", text, recordedAt, adviserId: johns });
  settleDoubt(writer, id, moment(addDays(today, -24), "11:05"), whitlock, "Allowed: no transport home at that hour.");
}

/** Alexandra's next appointment. */
export function seedAlexandrasWork({ writer, today, newId, johns }: Seeding, clientId: string): void {
  insertAppointment(writer, newId(), clientId, {
    date: addDays(today, 2),
    time: "14:00",
    kind: "jobsearch-review",
    adviserId: johns,
  });
}

/** Places and people of the caseload's texts, which no dictionary has. */
const OFFICE_WORDS = ["Denholm", "Kelbridge", "Niamh", "Northgate"];

/** The words that the office added, so that nobody is asked about the texts of the caseload. */
export function seedOfficeWords({ writer, today, newId, johns }: Seeding): void {
  const addedAt = moment(addDays(today, -OFFICE_WORDS_DAYS_AGO), "09:00");
  for (const word of OFFICE_WORDS) insertOfficeWord(writer, { id: newId(), word, addedAt, adviserId: johns });
}

const OFFICE_WORDS_DAYS_AGO = 200;

/** A form that went to Joe on paper while nothing could be typed, and is still to be entered (¶125). */
export function seedWaitingForm({ writer, today, newId, johns }: Seeding, clientId: string): void {
  const serial = serialNumber(TRAINING_PREFIX, FORM_SEQUENCE);
  if (!serial) throw new Error("The training form's number is one that is left out");
  insertClericalForm(writer, {
    id: newId(),
    serial,
    sequence: FORM_SEQUENCE,
    origin: "blank",
    clientId,
    issuedAt: moment(addDays(today, -4), "08:40"),
    adviserId: johns,
    paperSerial: "",
    reason: "",
  });
}

const FORM_SEQUENCE = 17;

interface Note {
  readonly daysAgo: number;
  readonly time: string;
  readonly adviserId: string;
  readonly text: string;
  readonly isByTelephone?: boolean;
  readonly closesItemId?: string;
}

function addNote({ writer, today, newId }: Seeding, clientId: string, note: Note): void {
  const { daysAgo, time, adviserId, text, isByTelephone = false, closesItemId = null } = note;
  const createdAt = moment(addDays(today, -daysAgo), time);
  const about = { createdAt, adviserId, isByTelephone, interviewId: null, closesItemId };
  insertConversation(writer, clientId, { id: newId(), text, ...about });
}
