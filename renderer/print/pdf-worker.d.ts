/** pdf.js's worker, which begins to listen once it is loaded; the package describes it nowhere. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
