import { useId, useState } from "react";
import type { RequestInput, RequestOutput } from "../../shared/contract.ts";
import type { AppError } from "../../shared/errors.ts";
import { FormField } from "../entry/form-field.tsx";
import { Refusal } from "../entry/refusal.tsx";
import { downloadDocument } from "../print/download-document.ts";
import { queryClient, useAsk } from "../requests.ts";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";

/** The customer whom a command of a window is about. */
export interface ClericalClient {
  readonly id: string;
  readonly name: string;
}

type What = RequestInput<"issue-clerical-forms">["what"];
type Issued = RequestOutput<"issue-clerical-forms">;

const MOST_COPIES = 50;

interface IssueDialogProps {
  readonly client: ClericalClient | null;
  readonly onClose: () => void;
}

/** Makes clerical forms: blank, filled from a plan, or for all of today's appointments (¶123). */
export function IssueClericalDialog({ client, onClose }: IssueDialogProps) {
  const [issued, setIssued] = useState<Issued>();
  return issued ? (
    <IssuedForms issued={issued} onClose={onClose} />
  ) : (
    <ChooseForm client={client} onIssued={setIssued} onClose={onClose} />
  );
}

function ChooseForm({ client, onIssued, onClose }: IssueDialogProps & { readonly onIssued: (issued: Issued) => void }) {
  const id = useId();
  const [what, setWhat] = useState<What>("blank");
  const [copies, setCopies] = useState("1");
  const [error, setError] = useState<AppError | null>(null);
  const issuing = useAsk("issue-clerical-forms");
  const count = /^\d{1,3}$/.test(copies.trim()) ? Number(copies) : 0;
  const isCountRight = what !== "blank" || (count >= 1 && count <= MOST_COPIES);
  const make = async () => {
    if (issuing.isPending || !isCountRight) return;
    setError(null);
    const answer = await issuing.mutateAsync(inputOf(what, client, count));
    if (!answer.ok) return setError(answer.error);
    downloadDocument(answer.value.fileName, answer.value.pdf, "pdf");
    void queryClient.invalidateQueries({ queryKey: ["work-list"] });
    announce("The clerical form is made");
    onIssued(answer.value);
  };
  return (
    <Dialog
      title="Clerical form"
      onClose={onClose}
      note={issuing.isPending ? "Making the form" : undefined}
      actions={[
        {
          name: "Save as PDF",
          isMain: true,
          off: isCountRight ? undefined : `Write how many blank forms, from 1 to ${MOST_COPIES}`,
          onPress: () => void make(),
        },
        { name: "Cancel", onPress: onClose },
      ]}
    >
      <p>
        For when the plan cannot be written here. Pages 1 and 3 go to the customer; pages 2 and 4 are kept and entered
        later.
      </p>
      <fieldset>
        <legend>Form</legend>
        {choicesOf(client).map((choice) => (
          <label className="radio" key={choice.what}>
            <input
              type="radio"
              name={`${id}-what`}
              checked={choice.what === what}
              onChange={() => setWhat(choice.what)}
            />
            <span>{choice.name}</span>
          </label>
        ))}
      </fieldset>
      {what === "blank" && (
        <div className="form">
          <FormField
            id={`${id}-copies`}
            label="How many"
            value={copies}
            maxLength={3}
            problem={isCountRight ? undefined : `From 1 to ${MOST_COPIES}`}
            onChange={setCopies}
          />
        </div>
      )}
      <p className="cap quiet">The PDF is not encrypted: delete it once the forms are printed.</p>
      {error && <Refusal error={error} />}
    </Dialog>
  );
}

function choicesOf(client: ClericalClient | null): readonly { readonly what: What; readonly name: string }[] {
  const filled = client ? [{ what: "filled" as const, name: `Filled from the saved plan of ${client.name}` }] : [];
  return [
    { what: "blank", name: client ? `Blank, for ${client.name}` : "Blank" },
    ...filled,
    { what: "appointments", name: "One for each of my appointments today, filled where there is a plan" },
  ];
}

function inputOf(what: What, client: ClericalClient | null, copies: number): RequestInput<"issue-clerical-forms"> {
  if (what === "appointments") return { what };
  if (what === "filled" && client) return { what, clientId: client.id };
  return { what: "blank", clientId: client?.id ?? null, copies };
}

function IssuedForms({ issued, onClose }: { readonly issued: Issued; readonly onClose: () => void }) {
  const serials = issued.forms.map(({ serial }) => serial);
  return (
    <Dialog title="Clerical form made" onClose={onClose} actions={[{ name: "OK", isMain: true, onPress: onClose }]}>
      <p>{`${issued.fileName}, ${issued.pages} pages, is saved. Give the customer pages 1 and 3; keep pages 2 and 4.`}</p>
      <p>{`${serials.length === 1 ? "It waits" : "They wait"} on the work list until entered or cancelled:`}</p>
      <ul className="serials num">
        {serials.map((serial) => (
          <li key={serial}>{serial}</li>
        ))}
      </ul>
    </Dialog>
  );
}
