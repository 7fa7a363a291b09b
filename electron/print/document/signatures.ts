import type { Annotation } from "../../../shared/jets/contract-terms.ts";
import type { Strokes } from "../../../shared/jets/signature.ts";
import type { PartyStanding } from "../../../shared/jets/signing-state.ts";
import { annotationWords, signatureLine, standingWords } from "../../../shared/jets/signing-words.ts";
import type { Block, CanvasNode, TextPiece } from "./definition.ts";
import { COLOUR, estimateHeight, lineHeight, room, TEXT_WIDTH } from "./page-layout.ts";
import { sectionHeading } from "./section-heading.ts";
import type { Typesetting } from "./typesetting.ts";

/** Where the parties of a plan stand, for its printout. */
export interface PrintedSignatures {
  readonly parties: readonly {
    /** The contract's word for the party. */
    readonly who: string;
    readonly standing: PartyStanding;
  }[];
  /** The contract's annotations, in use or not. */
  readonly annotations: readonly Annotation[];
}

/** What a printout says of one party's signature. */
export interface ContentSignature {
  readonly who: string;
  /** Where the party stands, such as "Signed for an earlier version". */
  readonly state: string;
  /** Who signed, how and when; '' where nobody has. */
  readonly line: string;
  /** The words with which the plan is annotated in the place of a signature (4.04). */
  readonly annotation: string;
  readonly reason: string;
  readonly strokes: Strokes | null;
  /** Who drew it; '' where names are left off. */
  readonly name: string;
}

/** The section's heading. */
export const SIGNATURES_HEADING = "Signatures";

/** What is said of the signatures of a plan; without the names of staff the provider's is neither named nor drawn. */
export function contentSignatures(
  signatures: PrintedSignatures | undefined,
  { withoutStaffNames }: { readonly withoutStaffNames: boolean },
): ContentSignature[] {
  return (signatures?.parties ?? []).map(({ who, standing }) => {
    const { signature, party } = standing;
    const isNamed = party === "participant" || !withoutStaffNames;
    return {
      who,
      state: standingWords(standing),
      line: signature ? signatureLine(signature, isNamed) : "",
      annotation: (signature && annotationWords(signature, signatures?.annotations ?? [])) ?? "",
      reason: signature?.reason ?? "",
      strokes: isNamed ? (signature?.strokes ?? null) : null,
      name: isNamed ? (signature?.name ?? "") : "",
    };
  });
}

/** Points of paper to a pixel of the box that it was drawn in. */
const SCALE = { plain: 0.6, large: 0.9 } as const;
const PEN_WIDTH = 1.1;
const GAP = 8;

/** The section of the signatures, each party kept together; nothing where the plan has no such section. */
export function signatureBlocks(signatures: readonly ContentSignature[], type: Typesetting): Block[] {
  const [first] = signatures;
  if (!first) return [];
  return [
    ...sectionHeading(SIGNATURES_HEADING, type.sheet, heightOf(first, type)),
    ...signatures.flatMap((signature) => partyBlocks(signature, type)),
  ];
}

function partyBlocks(signature: ContentSignature, type: Typesetting): Block[] {
  const { who, state, line, annotation, reason, strokes } = signature;
  const head: TextPiece[] = [
    { text: `${who}: `, bold: true },
    { text: state },
    ...(annotation === "" ? [] : [{ text: `. ${annotation}`, bold: true }]),
  ];
  return [
    room(heightOf(signature, type)),
    { text: head },
    ...(strokes ? [drawing(strokes, type)] : []),
    ...(line === "" ? [] : [small(line, type)]),
    ...(reason === "" ? [] : [{ text: type.running(type.printable(`Reason: ${reason}`)) }]),
    { text: "", fontSize: 1, margin: [0, GAP, 0, 0] },
  ];
}

function small(line: string, { sheet, printable, short }: Typesetting): Block {
  const size = sheet.size.facts;
  return { text: short(printable(line), { size, width: TEXT_WIDTH }), fontSize: size };
}

/** A drawn signature as lines through the very points that were drawn. */
function drawing(strokes: Strokes, { sheet }: Typesetting): CanvasNode {
  const scale = SCALE[sheet.isLarge ? "large" : "plain"];
  return {
    canvas: strokes.map((stroke) => ({
      type: "polyline",
      // A single point becomes a dot: a line without length that has round ends.
      points: (stroke.length === 1 ? [...stroke, ...stroke] : stroke).map(([x, y]) => ({ x: x * scale, y: y * scale })),
      lineWidth: PEN_WIDTH,
      lineColor: COLOUR.ink,
      lineCap: "round",
      lineJoin: "round",
    })),
    margin: [0, 4, 0, 2],
  };
}

const BOX_HEIGHT = 60;

function heightOf({ strokes, line, reason }: ContentSignature, { sheet }: Typesetting): number {
  const { text, facts } = sheet.size;
  const ink = strokes ? BOX_HEIGHT * SCALE[sheet.isLarge ? "large" : "plain"] + GAP : 0;
  const lines = line === "" ? 0 : estimateHeight(line, TEXT_WIDTH, facts);
  const why = reason === "" ? 0 : Math.min(estimateHeight(reason, TEXT_WIDTH, text), 3 * lineHeight(text));
  return 2 * lineHeight(text) + ink + lines + why;
}
