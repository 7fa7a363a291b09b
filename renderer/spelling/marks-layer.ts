import { changedSpan, moveSpans } from "../../shared/spelling/move-findings.ts";

/** A part of a text that is marked. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly look: "vague" | "misspelt" | "hit";
}

/** The words of a text box drawn once more, of which only the marks can be seen. */
export interface MarksLayer {
  /** Marks a text; where another is in the box by now, the marks move to where their words stand in it. */
  readonly draw: (text: string, marks: readonly Mark[]) => void;
  /** Follows what was typed into the box, before it is shown. */
  readonly follow: () => void;
}

/** A stretch of the text inside the same marks, the innermost first. */
interface Piece {
  readonly text: string;
  readonly looks: readonly Mark["look"][];
}

/** A piece with the node that draws it. */
interface DrawnPiece extends Piece {
  readonly node: ChildNode;
}

/**
 * Draws the text of a box in an element. Only the pieces that changed are touched, and a key changes no more than one:
 * a browser lays the whole text out again where its nodes are others.
 */
export function openMarksLayer(over: HTMLElement, box: HTMLTextAreaElement): MarksLayer {
  let text = "";
  let marks: readonly Mark[] = [];
  let drawn: readonly DrawnPiece[] = [];
  // A last line feed counts as a line of its own only with something behind it.
  const end = document.createTextNode("\u200B");
  over.replaceChildren(end);

  function show(pieces: readonly Piece[]): void {
    const front = countAlike(drawn, pieces);
    const back = countAlike(drawn.slice(front).reverse(), pieces.slice(front).reverse());
    const tail = drawn.slice(drawn.length - back);
    const gone = drawn.slice(front, drawn.length - back);
    const fresh = pieces.slice(front, pieces.length - back);
    const [old, young] = [gone[0], fresh[0]];
    const isRewritten = gone.length === 1 && fresh.length === 1 && old && young && hasSameLooks(old, young);
    const added = isRewritten ? [rewritten(old, young)] : fresh.map(drawnPiece);
    if (!isRewritten) {
      for (const { node } of gone) node.remove();
      for (const { node } of added) over.insertBefore(node, tail[0]?.node ?? end);
    }
    drawn = [...drawn.slice(0, front), ...added, ...tail];
  }

  function draw(nextText: string, nextMarks: readonly Mark[]): void {
    text = box.value;
    marks = text === nextText ? nextMarks : moveSpans(nextMarks, nextText, text);
    show(piecesOf(text, marks));
  }
  return { draw, follow: () => draw(text, marks) };
}

/** How many pieces at the front of both are the same. */
function countAlike(some: readonly Piece[], others: readonly Piece[]): number {
  const index = some.findIndex((piece, place) => {
    const other = others[place];
    return piece.text !== other?.text || !hasSameLooks(piece, other);
  });
  return index === -1 ? some.length : index;
}

function hasSameLooks(one: Piece, other: Piece): boolean {
  return one.looks.length === other.looks.length && one.looks.every((look, index) => look === other.looks[index]);
}

function drawnPiece(piece: Piece): DrawnPiece {
  let node: ChildNode = document.createTextNode(piece.text);
  for (const look of piece.looks) {
    const span = document.createElement("span");
    span.className = look;
    span.append(node);
    node = span;
  }
  return { ...piece, node };
}

/** The node of a piece with another text, written only where it differs: lines before it keep their places. */
function rewritten({ text, node }: DrawnPiece, piece: Piece): DrawnPiece {
  let words: Node = node;
  while (words.firstChild) words = words.firstChild;
  const { start, end } = changedSpan(text, piece.text);
  const put = piece.text.slice(start, piece.text.length - (text.length - end));
  if (words instanceof Text) words.replaceData(start, end - start, put);
  return { ...piece, node };
}

/** The text in pieces, each inside as many marks as lie over it. */
function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const inOrder = [...marks].sort((a, b) => a.start - b.start);
  let first = 0;
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length;
    while ((inOrder[first]?.end ?? Number.POSITIVE_INFINITY) <= from) first += 1;
    const looks: Mark["look"][] = [];
    for (let next = first; (inOrder[next]?.start ?? to) < to; next += 1) {
      const mark = inOrder[next];
      if (mark && mark.end > from) looks.push(mark.look);
    }
    return { text: text.slice(from, to), looks };
  });
}

/** The element that marks the word at a place of the text. */
export function markAt(over: HTMLElement | null, place: number): HTMLElement | null {
  let start = 0;
  for (const node of over?.childNodes ?? []) {
    if (start === place && node instanceof HTMLElement) return node;
    start += node.textContent?.length ?? 0;
  }
  return null;
}
