import type { Reader } from "../store.ts";
import type { Writer } from "../transaction.ts";

/** What was answered to one participation question (¶63). */
export interface ParticipationAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The answers given in an interview. */
export function listAnswers(reader: Reader, interviewId: string): ParticipationAnswer[] {
  return reader.all(
    "SELECT question, answer FROM participation_answer WHERE interview_id = ? ORDER BY id",
    interviewId,
  );
}

/** Writes an answer, in the place of the one before if there is one. */
export function writeAnswer(
  writer: Writer,
  interviewId: string,
  { question, answer }: ParticipationAnswer,
  newId: () => string,
): void {
  const before = writer.get<{ id: string }>(
    "SELECT id FROM participation_answer WHERE interview_id = ? AND question = ?",
    interviewId,
    question,
  );
  if (before) writer.update("participation_answer", before.id, { answer });
  else writer.insert("participation_answer", { id: newId(), interview_id: interviewId, question, answer });
}
