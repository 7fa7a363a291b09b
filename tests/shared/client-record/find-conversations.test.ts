import { expect, test } from "vitest";
import type { Conversation } from "../../../shared/client-record/conversation.ts";
import { findConversations } from "../../../shared/client-record/find-conversations.ts";

function note(id: string, text: string, createdAt: string, createdBy = "B Johns"): Conversation {
  return { id, text, createdAt, createdBy, isByTelephone: id === "bus", interviewId: null, closesItemId: null };
}

const NOTES = [
  note("bus", "Sent the bus pass form.", "2012-03-28T09:15:00.000Z"),
  note("nursery", "Letter from the NURSERY in Żabia Street.", "2012-02-27T16:05:00.000Z", "H Whitlock"),
  note("house", "Asked Brae House what a reference needs to say.", "2012-03-14T10:40:00.000Z"),
];

test.each([
  { typed: "", found: ["bus", "nursery", "house"] },
  { typed: "   ", found: ["bus", "nursery", "house"] },
  { typed: "bus", found: ["bus"] },
  { typed: "nursery", found: ["nursery"] },
  { typed: "zabia", found: ["nursery"] },
  { typed: "street letter", found: ["nursery"] },
  { typed: "bus nursery", found: [] },
  { typed: "whitlock", found: ["nursery"] },
  { typed: "28/03/2012", found: ["bus"] },
  { typed: "03/2012", found: ["bus", "house"] },
  { typed: "brae house", found: ["house"] },
  { typed: "lighthouse", found: [] },
  { typed: "telephone", found: ["bus"] },
])("typing '$typed' finds $found, in their order", ({ typed, found }) => {
  expect(findConversations(NOTES, typed).map(({ id }) => id)).toEqual(found);
});
