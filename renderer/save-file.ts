/** How long a download may take to start before its address is given back. */
const KEPT_MS = 60_000;

/** Saves what the page made as a file: in a browser among the downloads, in Electron as the host sees fit. */
export function saveFile(fileName: string, type: string, parts: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
