import { addDays, type CivilDate } from "../../../shared/dates.ts";
import { insertAppointment } from "../../store/repositories/appointments.ts";
import { insertConversation } from "../../store/repositories/conversations.ts";
import { insertDoubt, settleDoubt } from "../../store/repositories/doubts.ts";
import { writeAnswer } from "../../store/repositories/participation-answers.ts";
import { insertWorkflow } from "../../store/repositories/workflows.ts";
import type { Writer } from "../../store/transaction.ts";

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
  const notes: readonly [daysAgo: number, time: string, adviserId: string, text: string][] = [
    [50, "16:05", whitlock, "Letter from the nursery: Ryan has a place for three mornings until the summer."],
    [
      33,
      "10:40",
      johns,
      "Asked Brae House what a reference needs to say. Mr Calder will write it by the end of the month.",
    ],
    [19, "09:15", johns, "Rang Maria: sent the bus pass form. She has a lift until the month after next."],
  ];
  for (const [daysAgo, time, adviserId, text] of notes) {
    addNote(seeding, clientId, { daysAgo, time, adviserId, text, closesItemId: null });
  }
  addNote(seeding, clientId, {
    daysAgo: 6,
    time: "14:20",
    adviserId: johns,
    text: "Maria rang: form and references posted. The college will see her next week.",
    closesItemId: openItemId,
  });
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

interface Note {
  readonly daysAgo: number;
  readonly time: string;
  readonly adviserId: string;
  readonly text: string;
  readonly closesItemId: string | null;
}

function addNote({ writer, today, newId }: Seeding, clientId: string, note: Note): void {
  const { daysAgo, time, adviserId, text, closesItemId } = note;
  const createdAt = moment(addDays(today, -daysAgo), time);
  insertConversation(writer, clientId, { id: newId(), text, createdAt, adviserId, interviewId: null, closesItemId });
}
