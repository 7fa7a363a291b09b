// Reads the preview's pages beside the window's own thread, so that typing never waits for them.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
