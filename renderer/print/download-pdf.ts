import { saveFile } from "../save-file.ts";

/** Saves a document, given in base64, as a file in the adviser's downloads. */
export function downloadPdf(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  saveFile(fileName, "application/pdf", [bytes]);
}
