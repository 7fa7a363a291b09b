import type { App } from "../../electron/app.ts";
import type { RequestInput, RequestName, RequestOutput } from "../../shared/contract.ts";

/** Makes a request that must not be refused, and answers its value. */
export async function ask<Name extends RequestName>(
  app: App,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await app.answer(name, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value as RequestOutput<Name>;
}

/** The id of the client with a NINO. */
export async function clientIdOf(app: App, nino: string): Promise<string> {
  const { groups } = await ask(app, "find-clients", { text: nino });
  const id = groups[0]?.clients[0]?.id;
  if (!id) throw new Error(`There is no client ${nino}`);
  return id;
}
