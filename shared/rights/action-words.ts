import { ERASURE_REASONS, erasureReasonSchema } from "./erasure.ts";

const ACTIONS: Readonly<Record<string, string>> = {
  "open-client": "Client's page opened",
  "read-compliance": "Compliance report opened",
  "read-compliance-list": "List of the compliance report opened",
  "export-compliance": "Compliance report exported",
  "open-plan": "Action Plan opened",
  "show-client": "Record shown on the command line",
  "list-conversations": "Conversations opened",
  "list-copies": "Copies given opened",
  "preview-print": "Pages looked at before printing",
  "print-plan": "Printed",
  "open-activity-details": "Activities in detail opened",
  "save-activity-details": "Activity in detail saved",
  sign: "Signature recorded",
  "list-calculations": "In Work Benefit Calculations opened",
  "save-plan": "Action Plan saved",
  "make-print": "Document made",
  "hand-over-print": "Copy handed over",
  "print-from-command-line": "Document made on the command line",
  "start-interview": "Interview started",
  "end-interview": "Interview ended",
  "cancel-interview": "Interview cancelled",
  "raise-interview": "Kind of interview changed",
  "answer-question": "Participation question answered",
  "record-doubt": "Doubt recorded",
  "withdraw-doubt": "Doubt withdrawn",
  "settle-doubt": "Doubt settled",
  "book-appointment": "Interview booked",
  "move-appointment": "Appointment moved",
  "cancel-appointment": "Appointment cancelled",
  "issue-clerical-forms": "Clerical forms issued",
  "cancel-clerical-form": "Clerical form cancelled",
  "take-in-clerical-form": "Clerical form taken in",
  "open-clerical-proof": "Clerical form compared with the plan",
  "check-clerical-entry": "Entry from a clerical form checked",
  "add-conversation": "Conversation noted",
  "list-interactions": "Interactions opened",
  "add-interaction": "Interaction recorded",
  "finish-attachment": "File attached to an interaction",
  "open-attachment": "Attached file opened",
  "list-information-requests": "Copies asked for opened",
  "add-information-request": "Copy asked for",
  "answer-information-request": "Copy that was asked for given",
  "set-workflow": "Check set",
  "finish-workflow": "Check done",
  "amend-record": "Client record amended",
  "amend-client": "Client record amended",
  "new-client": "Client added",
  "import-clients": "Client records imported",
  "seed-training": "Training caseload made",
  "open-course": "Participant's course opened",
  "save-course-dates": "Participant's dates saved",
  "set-preferred-means": "Preferred way to meet saved",
  "agree-full-plan": "Full plan agreed",
  "set-review-interval": "Review interval changed",
  "record-plan-review": "Plan review recorded",
  "add-local-holiday": "Local holiday added",
  "remove-local-holiday": "Local holiday removed",
  "record-outage": "Outage recorded",
  "take-back-outage": "Outage taken back",
  "add-word": "Word added to the dictionary",
  "remove-word": "Word taken out of the dictionary",
  "import-words": "Words imported into the dictionary",
  "read-letterhead": "Letterhead looked at",
  "set-letterhead": "Letterhead set or taken out",
  purge: "Closed Action Items purged",
  "subject-access": "Everything held was given out",
  "read-audit": "Audit read",
  "read-audit-line": "Line of the audit opened",
  "export-audit": "Audit exported",
  "set-up": "Office set up",
  "sign-in": "Signed in",
  recover: "Signed in with the recovery key",
  "new-recovery-key": "Recovery key made anew",
  "change-passphrase": "Passphrase changed",
  "add-adviser": "Adviser added",
  "rename-adviser": "Adviser renamed",
  "retire-adviser": "Adviser retired",
};

/** What the action of an audit line with an erasure's reason in it begins with. */
const ERASURE = "erase-client:";

/** How an erasure is named in the audit: with its reason's code, and nothing else. */
export function erasureAction(reason: string): string {
  return `${ERASURE}${reason}`;
}

/** An action of the audit as people read it; one that is not known here stays as it was recorded. */
export function actionInWords(action: string): string {
  if (!action.startsWith(ERASURE)) return ACTIONS[action] ?? action;
  const reason = erasureReasonSchema.safeParse(action.slice(ERASURE.length));
  return reason.success ? `Client erased: ${ERASURE_REASONS[reason.data]}` : "Client erased";
}

/** Tells whether an action has words of its own. */
export function isKnownAction(action: string): boolean {
  return Object.hasOwn(ACTIONS, action) || action.startsWith(ERASURE);
}
