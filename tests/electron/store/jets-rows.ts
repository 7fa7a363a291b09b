import type { Row, Store } from "../../../electron/store/store.ts";
import { transaction, type Writer } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT } from "./temporary-store.ts";

interface Wanted {
  /** Who the participant is; whoever has an Action Item unless it is said. */
  readonly clientId?: string;
  /** Tables that have their rows already. */
  readonly except?: readonly string[];
}

/** Adds one row to every table of a participant's course, and to the office's days off, to a store with a caseload. */
export function insertJetsRows(store: Store, { clientId, except = [] }: Wanted = {}): void {
  const first = (table: string) => store.get<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`)?.id ?? "";
  const adviser = first("adviser");
  const { client = "", item = "" } =
    store.get<{ client: string; item: string }>(
      `SELECT client_id AS client, action_item.id AS item FROM action_item JOIN plan ON plan.id = plan_id
       WHERE client_id = coalesce(?, client_id) ORDER BY action_item.id LIMIT 1`,
      clientId ?? null,
    ) ?? {};
  const recorded = { recorded_at: AUDIT.at, recorded_by: adviser };
  const rows: readonly (readonly [string, Row & { readonly id: string }])[] = [
    ["participant", { id: client, contract: "jets-scotland", adviser_id: adviser, version: 1 }],
    [
      "review_interval",
      { id: "interval", client_id: client, working_days: 15, reason: "", decided_on: "2012-04-16", ...recorded },
    ],
    [
      "plan_review",
      {
        ...{ id: "plan-review", client_id: client, counted_from: "2012-04-16", working_days: 10 },
        ...{ due_on: "2012-04-30", text: "", ...recorded },
      },
    ],
    [
      "activity_details",
      {
        ...{ id: item, what: "", why: "", by_when: "", considered: "", smart_specific: "", smart_measurable: "" },
        ...{
          smart_achievable: "",
          smart_realistic: "",
          smart_time_bound: "",
          changed_at: AUDIT.at,
          changed_by: adviser,
        },
      },
    ],
    [
      "interaction",
      { id: "interaction", client_id: client, happened_on: "2012-04-16", kind: "letter", text: "", ...recorded },
    ],
    [
      "signature",
      {
        ...{ id: "signature", client_id: client, subject: "plan", party: "participant", manner: "typed", name: "" },
        ...{ signed_on: "2012-04-16", reason: "", content_hash: "", plan_version: 1, ...recorded },
      },
    ],
    [
      "information_request",
      { id: "request", client_id: client, asked_on: "2012-04-16", form: "paper", note: "", ...recorded },
    ],
    ["local_holiday", { id: "holiday", date: "2012-04-20", name: "", added_at: AUDIT.at, added_by: adviser }],
    ["outage", { id: "outage", from_on: "2012-04-17", to_on: "2012-04-18", reason: "", ...recorded }],
  ];
  const attachment = {
    ...{ id: "attachment", interaction_id: "interaction", name: "letter.pdf", media_type: "application/pdf" },
    ...{ added_at: AUDIT.at, added_by: adviser },
  };
  transaction(store, AUDIT, (writer: Writer) => {
    for (const [table, row] of rows) if (!except.includes(table)) writer.insert(table, row);
    if (!except.includes("attachment")) {
      writer.insertWithContent("attachment", attachment, Buffer.from("%PDF-1.4"));
    }
    return ok(undefined);
  });
}
