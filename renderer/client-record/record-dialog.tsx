import type { StoredClientRecord } from "../../shared/client-record/client-record.ts";
import { AIMS_ROWS, type FieldRow, RECORD_ROWS } from "../../shared/client-record/record-fields.ts";
import { formOf, readForm } from "../../shared/client-record/record-form.ts";
import { type PartWindow, partOf } from "../../shared/client-record/record-part.ts";
import { announce } from "../ui/live-region.tsx";
import { ReadOnlyValue } from "../ui/read-only-value.tsx";
import { CalculationsDialog } from "./calculations-dialog.tsx";
import { ChildrenDialog } from "./children-dialog.tsx";
import { AmendClientDialog } from "./client-form.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { FormRows } from "./form-rows.tsx";
import { QualificationsDialog } from "./qualifications-dialog.tsx";
import { changedWords, type RecordWindowProps, recordTitle, savePart } from "./record-window.ts";
import { aimsFields, WINDOW_NAMES } from "./record-words.ts";
import { useFormEditor } from "./use-form-editor.ts";
import { useRecordSituation, useShownClient } from "./use-shown-client.ts";

interface RecordDialogProps extends RecordWindowProps {
  readonly window: PartWindow;
  /** Goes to another window of the same record, in the place of this one. */
  readonly onOpenWindow: (window: PartWindow) => void;
  /** Opens another client's page; left out where that would leave unsaved work behind. */
  readonly onOpenClient?: ((clientId: string) => void) | undefined;
}

/** One window of the client record, to be written in, over the window that opened it. */
export function RecordDialog({ window, onOpenWindow, onOpenClient, ...props }: RecordDialogProps) {
  switch (window) {
    case "Client":
      return <AmendClientDialog {...props} onOpenClient={onOpenClient} />;
    case "More":
      return <MoreDialog {...props} onOpenJsag={() => onOpenWindow("JSAg")} />;
    case "Quals":
      return <QualificationsDialog {...props} />;
    case "CBW":
      return <ChildrenDialog {...props} />;
    case "IWBC":
      return <CalculationsDialog {...props} />;
    case "JSAg":
      return <JsagDialog {...props} />;
  }
}

function useWindowForm(window: "More" | "JSAg", { client: given, onClose }: RecordWindowProps) {
  const shown = useShownClient(given);
  const { client } = shown;
  const situation = useRecordSituation(shown);
  const editor = useFormEditor({
    place: { clientId: client.id, form: window },
    now: formOf(partOf(client, window), situation.today),
    check: (form) => readForm(window, form, situation).problems,
    send: async (form, saving) => {
      const { part } = readForm(window, form, situation);
      return part ? savePart(client, part, saving) : "asked";
    },
    onSaved: () => {
      announce(`Saved. ${WINDOW_NAMES[window]}`);
      onClose();
    },
  });
  return { client, situation, editor };
}

/** More: for a JSA client with a JSAg the preferences are read here and changed there (¶80). */
function MoreDialog({ onOpenJsag, ...props }: RecordWindowProps & { readonly onOpenJsag: () => void }) {
  const { client, situation, editor } = useWindowForm("More", props);
  const rows = situation.areAimsReadOnly ? RECORD_ROWS.More.slice(AIMS_ROWS.length) : RECORD_ROWS.More;
  return (
    <FormDialog
      title={recordTitle("More", client)}
      editor={editor}
      size="wide"
      note={changedWords(client, "More")}
      onClose={props.onClose}
    >
      {situation.areAimsReadOnly && <AimsFromJsag client={client} isOff={editor.isTyped} onOpenJsag={onOpenJsag} />}
      <FormRows rows={rows} />
    </FormDialog>
  );
}

interface AimsFromJsagProps {
  readonly client: StoredClientRecord;
  /** True while leaving would lose what is typed. */
  readonly isOff: boolean;
  readonly onOpenJsag: () => void;
}

function AimsFromJsag({ client, isOff, onOpenJsag }: AimsFromJsagProps) {
  return (
    <section className="aims-from-jsag" aria-label="Job preferences from JSAg">
      <p className="why">
        For a JSA client these come from the Jobseeker's Agreement.
        {isOff ? (
          " Save or close this window to change them in JSAg."
        ) : (
          <button type="button" className="link" aria-haspopup="dialog" onClick={onOpenJsag}>
            Change them in JSAg
          </button>
        )}
      </p>
      <div className="read-only-list num">
        {aimsFields(client).map(([label, value]) => (
          <ReadOnlyValue key={label} label={label} value={value} />
        ))}
      </div>
    </section>
  );
}

/** JSAg: its preferences replace those of More for a JSA client (¶80). */
function JsagDialog(props: RecordWindowProps) {
  const { client, situation, editor } = useWindowForm("JSAg", props);
  const rows: readonly FieldRow[] = RECORD_ROWS.JSAg;
  return (
    <FormDialog
      title={recordTitle("JSAg", client)}
      editor={editor}
      size="wide"
      note={changedWords(client, "JSAg")}
      off={situation.isJsaClient ? undefined : "Only a JSA client has a Jobseeker's Agreement"}
      onClose={props.onClose}
    >
      <FormRows rows={rows} />
    </FormDialog>
  );
}
