import { endChecks } from "./end-checks.ts";
import { guardChecks } from "./guard-checks.ts";
import type { HostCheck } from "./host-check.ts";
import { preloadChecks } from "./preload-checks.ts";
import { startChecks } from "./start-checks.ts";
import { vaultChecks } from "./vault-checks.ts";

/** Everything that the Electron host promises. */
export const hostChecks: readonly HostCheck[] = [
  ...startChecks,
  ...guardChecks,
  ...endChecks,
  ...preloadChecks,
  ...vaultChecks,
];
