import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { killWhileBackingUp } from "./kill-while-backing-up.ts";
import { killWhileDrafting } from "./kill-while-drafting.ts";
import { killWhileImporting } from "./kill-while-importing.ts";
import { killWhileMigrating } from "./kill-while-migrating.ts";
import { killWhilePrinting } from "./kill-while-printing.ts";
import { killWhilePurging } from "./kill-while-purging.ts";
import { killWhileRestoring } from "./kill-while-restoring.ts";

const KILLS = 3;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "action-plan-kills-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["drafting", killWhileDrafting],
  ["printing", killWhilePrinting],
  ["importing", killWhileImporting],
  ["migrating", killWhileMigrating],
  ["backing up", killWhileBackingUp],
  ["purging", killWhilePurging],
  ["restoring", killWhileRestoring],
] as const)(
  "a few kills in the middle of %s lose nothing that was acknowledged and leave nothing half there",
  async (_, kill) => {
    const { seed, problems } = await kill({ kills: KILLS, folder });
    expect({ seed, problems }).toEqual({ seed, problems: [] });
  },
  60_000,
);
