import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DownloadItem, dialog, type Session, shell } from "electron";
import { APP_PAGE } from "./names.ts";

/** The documents handed to the operating system's own viewer, and the private folder they lie in meanwhile. */
export interface Prints {
  /** Takes the handed-over documents away; what a viewer still holds open goes at the next start. */
  remove(): void;
}

/**
 * Saves a document that the window made into a private folder and opens it in the operating system's viewer, from which
 * it is printed. Anything else that would be downloaded is refused. What an earlier start left behind is removed.
 */
export function setupPrints(session: Session, folder: string): Prints {
  let count = 0;
  removeFolder(folder);
  session.on("will-download", (event, item) => {
    // Without a place to save it to, Electron asks the adviser for one.
    if (isOwn(item, SAVED_TYPES)) return;
    if (!isOwn(item, PRINTED_TYPES)) return event.preventDefault();
    count += 1;
    const ownFolder = join(folder, String(count));
    mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
    const file = join(ownFolder, fileNameOf(item));
    item.setSavePath(file);
    item.once("done", (_event, state) => {
      if (state === "completed") void openInViewer(file);
    });
  });
  return { remove: () => removeFolder(folder) };
}

async function openInViewer(file: string): Promise<void> {
  const problem = await shell.openPath(file);
  // The operating system's own words may name the file, and with it the client.
  if (problem) dialog.showErrorBox("The document cannot be opened", "No program for such documents answers here.");
}

/** What the page makes for the viewer. */
const PRINTED_TYPES: readonly string[] = ["application/pdf"];
/** What the page makes for other programs: the HTML copy, everything held on a client, and the audit's lines. */
const SAVED_TYPES: readonly string[] = ["text/html", "application/json", "text/csv"];

function isOwn(item: DownloadItem, types: readonly string[]): boolean {
  return types.includes(item.getMimeType()) && item.getURL().startsWith(`blob:${APP_PAGE}`);
}

/** The operating system chooses the program by the name's ending, which is therefore never the page's to say. */
function fileNameOf(item: DownloadItem): string {
  const name = item
    .getFilename()
    .replace(/\.pdf$/i, "")
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim();
  return `${name.slice(0, 100) || "Action Plan"}.pdf`;
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // A viewer on Windows holds its file; the next start tries again.
  }
}
