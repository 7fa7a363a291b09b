import { useState } from "react";
import { type ClientDetails, type ClientSummary, fullName } from "../../shared/client-record/client-record.ts";
import { tidyNino } from "../../shared/client-record/nino.ts";
import { RECORD_ROWS } from "../../shared/client-record/record-fields.ts";
import { blankDetailsForm, formOf, type RecordForm, readForm } from "../../shared/client-record/record-form.ts";
import { partOf } from "../../shared/client-record/record-part.ts";
import type { RecordSituation } from "../../shared/client-record/record-rules.ts";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { useSession } from "../session.ts";
import { announce } from "../ui/live-region.tsx";
import { DuplicatesDialog } from "./duplicates-dialog.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormRows } from "./form-rows.tsx";
import { type RecordWindowProps, savePart } from "./record-window.ts";
import { type Saving, useFormEditor } from "./use-form-editor.ts";
import { useRecordSituation, useShownClient } from "./use-shown-client.ts";

interface AmendClientProps extends RecordWindowProps {
  readonly onOpenClient: ((clientId: string) => void) | undefined;
}

/** Amend client: who the client is, the DP marker and the incident marker (¶89). */
export function AmendClientDialog({ client: given, onOpenClient, onClose }: AmendClientProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  return (
    <ClientForm
      title={`Amend client - ${fullName(client)}`}
      now={formOf(partOf(client, "Client"), situation.today)}
      situation={situation}
      exceptClientId={client.id}
      send={(details, saving) => savePart(client, { window: "Client", details }, saving)}
      onSaved={() => {
        announce("Saved. Client details");
        onClose();
      }}
      onOpenClient={onOpenClient}
      onClose={onClose}
    />
  );
}

interface NewClientProps {
  /** Opens a client's page: the new one's, or that of the one who was here already. */
  readonly onOpenClient: (clientId: string) => void;
  readonly onClose: () => void;
}

/** New client: the details of a client whose NINO nobody here has. */
export function NewClientDialog({ onOpenClient, onClose }: NewClientProps) {
  const { today, isTraining } = useSession();
  const [now] = useState(blankDetailsForm);
  const send = async (details: ClientDetails, saving: Saving) => {
    const answer = await ask("new-client", { details, ...saving });
    if (!answer.ok) return answer.error;
    announce("Saved. New client");
    onOpenClient(answer.value.clientId);
    return undefined;
  };
  return (
    <ClientForm
      title="New client"
      now={now}
      situation={{ ...NOBODY_YET, today, rule: isTraining ? "training" : "real" }}
      exceptClientId={null}
      send={send}
      onSaved={onClose}
      onOpenClient={onOpenClient}
      onClose={onClose}
    />
  );
}

const NOBODY_YET: Omit<RecordSituation, "today" | "rule"> = {
  isInterviewOpen: false,
  isJsaClient: false,
  areAimsReadOnly: false,
  savedAims: { jobPreferences: [], preferredHours: null },
};

interface ClientFormProps {
  readonly title: string;
  readonly now: RecordForm;
  readonly situation: RecordSituation;
  readonly exceptClientId: string | null;
  readonly send: (details: ClientDetails, saving: Saving) => Promise<AppError | undefined>;
  readonly onSaved: () => void;
  readonly onOpenClient: ((clientId: string) => void) | undefined;
  readonly onClose: () => void;
}

/** The details of a client; whoever may be the same person is shown beside them before anything is saved. */
function ClientForm({ title, now, situation, exceptClientId, send, onSaved, onOpenClient, onClose }: ClientFormProps) {
  const [found, setFound] = useState<readonly ClientSummary[]>([]);
  const [passed, setPassed] = useState("");
  const editor = useFormEditor({
    place:
      exceptClientId === null ? { clientId: null, form: "New client" } : { clientId: exceptClientId, form: "Client" },
    now,
    check: (form) => readForm("Client", form, situation).problems,
    send: async (form, saving) => {
      const { part } = readForm("Client", form, situation);
      if (part?.window !== "Client") return "asked";
      const alike = passed === identityOf(form) ? [] : await findAlike(part.details, form, now, exceptClientId);
      if (alike.length > 0) {
        setFound(alike);
        return "asked";
      }
      const refused = await send(part.details, saving);
      if (refused?.code !== "nino-taken") return refused;
      setFound([refused.client]);
      return "asked";
    },
    onSaved,
  });
  if (found.length > 0) {
    return (
      <DuplicatesDialog
        typed={editor.form}
        found={found}
        isNew={exceptClientId === null}
        onOpenClient={onOpenClient}
        onAnotherPerson={() => {
          setPassed(identityOf(editor.form));
          setFound([]);
        }}
        onBack={() => setFound([])}
      />
    );
  }
  return (
    <FormDialog
      title={title}
      editor={editor}
      note={passed === identityOf(editor.form) ? "Another person: Save goes on" : undefined}
      onClose={onClose}
    >
      <FormRows rows={RECORD_ROWS.Client} />
    </FormDialog>
  );
}

/** What a client is told apart by. */
function identityOf(form: RecordForm): string {
  return JSON.stringify([tidyNino(form.NINO ?? ""), form.Surname, form["Date of birth"]]);
}

/** Who may be the same person, where what a client is told apart by was changed; a search that fails holds nobody up. */
async function findAlike(
  { nino, surname, dateOfBirth }: ClientDetails,
  form: RecordForm,
  before: RecordForm,
  exceptClientId: string | null,
): Promise<readonly ClientSummary[]> {
  if (identityOf(form) === identityOf(before)) return [];
  const answer = await ask("find-duplicates", { nino, surname, dateOfBirth, exceptClientId });
  return answer.ok ? answer.value.clients : [];
}
