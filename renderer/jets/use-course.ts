import type { Course } from "../../shared/jets/course-requests.ts";
import { useRequest } from "../requests.ts";

/** A client's course under a contract; what was shown stays while it is asked for again. */
export function useCourse(clientId: string) {
  return useRequest("open-course", { clientId });
}

/** A participant's course, once it is known that the client is one. */
export interface ParticipantCourse extends Course {
  readonly participant: NonNullable<Course["participant"]>;
  readonly terms: NonNullable<Course["terms"]>;
}

/** Tells whether a course is a participant's. */
export function isParticipants(course: Course | undefined): course is ParticipantCourse {
  return course !== undefined && course.participant !== null && course.terms !== null;
}
