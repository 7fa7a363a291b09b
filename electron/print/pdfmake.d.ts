declare module "pdfmake" {
  /** The part of pdfmake 0.3 that printing uses. */
  const pdfmake: {
    readonly virtualfs: { writeFileSync(name: string, content: Uint8Array): void };
    addFonts(fonts: Record<string, Record<string, string>>): void;
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    setProgressCallback(onProgress: ((part: number) => void) | undefined): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}

declare module "fontkit" {
  /** A font that was read. */
  export interface Font {
    readonly characterSet: readonly number[];
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: Readonly<Record<string, boolean>>): { readonly advanceWidth: number };
  }
  /** Reads a font. */
  export function create(font: Uint8Array): Font;
}
