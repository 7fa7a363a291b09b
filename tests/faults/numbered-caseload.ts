import { auditOf, type ServiceContext } from "../../electron/services/service-context.ts";
import { insertClientRecord } from "../../electron/store/repositories/write-client-record.ts";
import { transaction } from "../../electron/store/transaction.ts";
import { blankMore, type ClientRecord } from "../../shared/client-record/client-record.ts";
import { ok } from "../../shared/result.ts";

/** The NINO of a client of the numbered caseload, counted from 0. */
export function numberedNino(client: number): string {
  return `QQ2${String(client).padStart(5, "0")}A`;
}

/** Adds fictional clients without plans, known by their numbers, and answers their ids in order. */
export function addNumberedClients(context: ServiceContext, count: number): string[] {
  const audit = auditOf(context, "import-clients");
  const ids = Array.from({ length: count }, () => context.newId());
  transaction(context.store, audit, (writer) => {
    for (const [client, id] of ids.entries()) {
      insertClientRecord(writer, id, numberedRecord(client), { at: audit.at, newId: context.newId });
    }
    return ok(undefined);
  });
  return ids;
}

function numberedRecord(client: number): ClientRecord {
  return {
    nino: numberedNino(client),
    title: "Ms",
    surname: `Number${client}`,
    forenames: "Nora",
    dateOfBirth: "1985-02-14",
    address: [`${client + 1} Harbour Street`, "Kelbridge", "", ""],
    postcode: "KB1 1AA",
    telephone: "",
    mobile: "",
    email: "",
    benefit: "ESA",
    clientGroup: "ESA",
    status: "",
    disabledPerson: false,
    incidentMarker: false,
    more: blankMore(),
    qualifications: [],
    childDatesOfBirth: [],
    iwbc: null,
    jsag: null,
  };
}
