import type { Row, Store } from "../../../electron/store/store.ts";
import { transaction, type Writer } from "../../../electron/store/transaction.ts";
import { ok } from "../../../shared/result.ts";
import { AUDIT } from "./temporary-store.ts";

/** Adds one row to every table of a participant's course, and to the office's days off, to a store with a caseload. */
export function insertJetsRows(store: Store): void {
  const first = (table: string) => store.get<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`)?.id ?? "";
  const [adviser, client, item] = [first("adviser"), first("client"), first("action_item")];
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
    for (const [table, row] of rows) writer.insert(table, row);
    writer.insertWithContent("attachment", attachment, Buffer.from("%PDF-1.4"));
    return ok(undefined);
  });
}
