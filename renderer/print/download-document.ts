import type { PrintFormat } from "../../shared/print/print-options.ts";

/** How long a download may take to start before its address is given back. */
const KEPT_MS = 60_000;

const TYPES: Readonly<Record<PrintFormat, string>> = { pdf: "application/pdf", html: "text/html" };

/** Saves a document, given in base64, as a file in the adviser's downloads. */
export function downloadDocument(fileName: string, base64: string, format: PrintFormat): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: TYPES[format] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
