import type { PrintFormat } from "../../shared/print/print-options.ts";
import { saveFile } from "../save-file.ts";

const TYPES: Readonly<Record<PrintFormat, string>> = { pdf: "application/pdf", html: "text/html" };

/** Saves a document, given in base64, as a file in the adviser's downloads. */
export function downloadDocument(fileName: string, base64: string, format: PrintFormat): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  saveFile(fileName, TYPES[format], [bytes]);
}
