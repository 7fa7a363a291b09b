import { useState } from "react";
import type { AppError } from "../../shared/errors.ts";
import { ask } from "../requests.ts";
import { ActionButton } from "../ui/action-button.tsx";
import { refreshEntry } from "./entry-context.ts";
import { EntryPage } from "./entry-page.tsx";
import { Refusal } from "./refusal.tsx";
import { type AskSetUp, SetUpOffice } from "./set-up-office.tsx";

/** The first start of a desktop: the training store, or the office's own. */
export function FirstStart({ askSetUp }: { readonly askSetUp: AskSetUp }) {
  return (
    <EntryPage
      strip="Action Plan"
      heading="What is this desktop for?"
      lead="It works with no network. Everything it holds stays here, encrypted."
      status={{ left: "First start", store: "No store yet" }}
    >
      <div className="choices">
        <Training />
        <SetUpOffice askSetUp={askSetUp} />
      </div>
    </EntryPage>
  );
}

const CASELOAD: readonly { readonly name: string; readonly what: string }[] = [
  { name: "Joe Bloggs", what: "no plan yet" },
  { name: "Maria Gallagher", what: "lone parent, a plan under way" },
  { name: "Dilip Rao", what: "JSA, one item overdue" },
  { name: "Agnes Oyelaran", what: "the full plan, 100 items" },
  { name: "Tomasz Zieliński", what: "no plan needed" },
  { name: "Siobhán O'Neill", what: "JETS.S, plan not yet agreed" },
  { name: "Alex Smith", what: "every field empty" },
  { name: "Alexandra Smythe", what: "record changed since the save" },
];

function Training() {
  const [error, setError] = useState<AppError | null>(null);
  const open = async () => {
    const answer = await ask("open-training", {});
    if (!answer.ok) return setError(answer.error);
    await refreshEntry();
  };
  return (
    <section className="choice" aria-labelledby="training-title">
      <h2 id="training-title">Training</h2>
      <p>Eight fictional customers, signed in as the training adviser. Nothing here can reach a real record.</p>
      <ul className="caseload">
        {CASELOAD.map(({ name, what }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="quiet">{what}</span>
          </li>
        ))}
      </ul>
      {error && <Refusal error={error} />}
      <div className="foot">
        <ActionButton name="Open training" onPress={() => void open()} />
        <span className="cap quiet">You can set up the office later.</span>
      </div>
    </section>
  );
}
