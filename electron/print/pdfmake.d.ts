declare module "pdfmake" {
  /** The part of pdfmake 0.3 that printing uses. */
  const pdfmake: {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
    setFonts(fonts: Record<string, Record<string, string>>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}

declare module "fontkit" {
  /** Reads a font and which code points it has shapes for. */
  export function create(font: Uint8Array): { readonly characterSet: readonly number[] };
}
