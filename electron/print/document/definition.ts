/** Space around a node in points: left, top, right, bottom. */
export type Margin = readonly [number, number, number, number];

/** How a run of text looks; what is absent comes from the document's default style. */
export interface TextStyle {
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly color?: string;
  readonly lineHeight?: number;
  readonly alignment?: "left" | "center" | "right";
}

/** Where a line of text came to stand, in points from the page's top. */
export interface LinePosition {
  readonly pageNumber: number;
  readonly top: number;
}

/** A run of text inside a paragraph. */
export interface TextPiece extends TextStyle {
  readonly text: string;
  readonly font?: string;
  readonly fontFeatures?: Readonly<Record<string, boolean>>;
  readonly noWrap?: boolean;
  readonly preserveLeadingSpaces?: boolean;
  readonly preserveTrailingSpaces?: boolean;
}

/** A paragraph. */
export interface TextNode extends TextStyle {
  readonly text: string | TextPiece[];
  readonly margin?: Margin;
  readonly width?: number | "*" | "auto";
  /** Makes a bookmark of the paragraph, in its own words or in others. */
  readonly outline?: boolean;
  readonly id?: string;
  readonly outlineParentId?: string;
  readonly outlineText?: string;
  readonly pageBreak?: "before";
  /** Filled in by pdfmake when it lays the document out, one entry for each line. */
  readonly positions?: readonly LinePosition[];
}

/** Paragraphs side by side. */
export interface ColumnsNode {
  readonly columns: TextNode[];
  readonly columnGap?: number;
  readonly margin?: Margin;
}

/** A straight line. */
export interface LineShape {
  readonly type: "line";
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly lineWidth: number;
  readonly lineColor: string;
}

/** A line through points. */
export interface PolylineShape {
  readonly type: "polyline";
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly lineWidth: number;
  readonly lineColor: string;
  readonly lineCap: "round";
  readonly lineJoin: "round";
}

/** A drawing. */
export interface CanvasNode {
  readonly canvas: readonly (LineShape | PolylineShape)[];
  readonly margin?: Margin;
  /** Puts the drawing's origin there, outside the flow of the text. */
  readonly absolutePosition?: { readonly x: number; readonly y: number };
}

/** A picture, given as a data address. */
export interface ImageNode {
  readonly image: string;
  /** The width and height it is made to fit into. */
  readonly fit: readonly [number, number];
  readonly absolutePosition: { readonly x: number; readonly y: number };
}

/** One block of a document. */
export type Block = TextNode | ColumnsNode | CanvasNode | ImageNode;

/** What pdfmake turns into a PDF: the part of its document definition that is used here. */
export interface DocumentDefinition {
  readonly pageSize: "A4";
  readonly pageMargins: Margin;
  readonly version: "1.7" | "1.7ext3";
  /** The kind of PDF made for keeping; not together with a password. */
  readonly subset?: "PDF/A-3b";
  readonly userPassword?: string;
  readonly permissions?: Readonly<Record<string, boolean | string>>;
  readonly language: string;
  readonly displayTitle: boolean;
  readonly info: { readonly title: string; readonly creationDate: Date };
  readonly defaultStyle: TextStyle & { readonly font: string; readonly preserveLeadingSpaces: boolean };
  readonly content: Block[];
  readonly header?: (page: number) => Block[];
  readonly footer?: (page: number, pages: number) => Block[];
}
