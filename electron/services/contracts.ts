import { z } from "zod";
import { type ContractTerms, contractTermsSchema } from "../../shared/jets/contract-terms.ts";
import { readResourceFolder } from "../platform/resource-files.ts";

/** The terms of each contract that the product knows: one file each. */
export function readContracts(): ContractTerms[] {
  return z.array(contractTermsSchema).parse(readResourceFolder("contracts"));
}
