import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { errorMessage } from "../../shared/messages.ts";
import { Icon } from "../ui/icons.tsx";
import type { OpenDocument } from "./open-document.ts";
import { type PageSize, Sheet } from "./sheet.tsx";
import type { Preview } from "./use-preview.ts";
import { useSlow } from "./use-slow.ts";

/** The very pages that will come out (¶114): to be scrolled, paged through and enlarged. */
export function PreviewPages({ preview }: { readonly preview: Preview }) {
  const { document, isOld, problem } = preview;
  const isSlow = useSlow(isOld && !problem);
  const message = problem && errorMessage(problem);
  return (
    <section className={isOld ? "preview is-old" : "preview"} aria-label="Preview" aria-busy={isOld && !problem}>
      {(message || !document || isSlow) && (
        <div className="said" role="status">
          {message ? `${message.text} ${message.whatToDo}` : isSlow ? "Making the pages" : ""}
          {isSlow && <progress aria-label="Making the pages" />}
        </div>
      )}
      {document && !message && <Pages document={document} />}
    </section>
  );
}

/** Steps of enlargement; 1 shows a whole page. */
const ZOOMS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const CSS_PIXELS_PER_POINT = 96 / 72;

function Pages({ document }: { readonly document: OpenDocument }) {
  const scroller = useRef<HTMLElement>(null);
  const size = usePageSize(document);
  const fit = useFit(scroller, size);
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const count = document.pageCount;
  const current = Math.min(page, count);
  const go = (to: number) => {
    const next = Math.max(1, Math.min(count, to));
    setPage(next);
    scroller.current?.children[next - 1]?.scrollIntoView({ block: "start", inline: "nearest" });
  };
  const enlarge = (steps: number) => setZoom((before) => ZOOMS[ZOOMS.indexOf(before) + steps] ?? before);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event.key, { current, count, go, enlarge });
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <section
        ref={scroller}
        className="pages"
        aria-label="Pages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={() => setPage((before) => pageInSight(scroller.current, before))}
      >
        {size &&
          Array.from({ length: count }, (_, index) => index + 1).map((number) => (
            <Sheet key={number} {...{ document, number, size, scroller }} scale={fit * zoom} />
          ))}
      </section>
      <div className="pager num">
        <PagerButton name="Page before" icon="left" isOff={current === 1} onPress={() => go(current - 1)} />
        <span aria-live="polite">{`Page ${current} of ${count}`}</span>
        <PagerButton name="Next page" icon="right" isOff={current === count} onPress={() => go(current + 1)} />
        <PagerButton name="Smaller" sign="−" isOff={zoom === ZOOMS[0]} onPress={() => enlarge(-1)} />
        <span className="zoom">{`${Math.round((fit * zoom * 100) / CSS_PIXELS_PER_POINT)} %`}</span>
        <PagerButton name="Larger" sign="+" isOff={zoom === ZOOMS.at(-1)} onPress={() => enlarge(1)} />
      </div>
    </>
  );
}

interface Steering {
  readonly current: number;
  readonly count: number;
  readonly go: (page: number) => void;
  readonly enlarge: (steps: number) => void;
}

function keyAct(key: string, { current, count, go, enlarge }: Steering): (() => void) | undefined {
  switch (key) {
    case "PageDown":
      return () => go(current + 1);
    case "PageUp":
      return () => go(current - 1);
    case "Home":
      return () => go(1);
    case "End":
      return () => go(count);
    case "+":
    case "=":
      return () => enlarge(1);
    case "-":
      return () => enlarge(-1);
    default:
      return undefined;
  }
}

interface PagerButtonProps {
  readonly name: string;
  readonly icon?: "left" | "right";
  readonly sign?: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

function PagerButton({ name, icon, sign, isOff, onPress }: PagerButtonProps) {
  return (
    <button
      type="button"
      className="iconbtn"
      aria-label={name}
      title={name}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onPress}
    >
      {icon ? <Icon name={icon} /> : sign}
    </button>
  );
}

/** All pages are of one size. */
function usePageSize(document: OpenDocument): PageSize | undefined {
  const [size, setSize] = useState<PageSize>();
  useEffect(() => {
    let isWanted = true;
    void document.page(1).then(
      (page) => {
        const { width, height } = page.getViewport({ scale: 1 });
        if (isWanted) setSize({ width, height });
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [document]);
  return size;
}

const MARGIN = 28;

/** The scale at which a whole page is seen. */
function useFit(scroller: RefObject<HTMLElement | null>, size: PageSize | undefined): number {
  const [room, setRoom] = useState<PageSize>();
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: element.offsetWidth - MARGIN, height: element.offsetHeight - MARGIN });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  if (!room || !size) return 1;
  return Math.max(0.1, Math.min(room.width / size.width, room.height / size.height));
}

/** The page that is being read: it stays the same for as long as any of it is seen. */
function pageInSight(scroller: HTMLElement | null, before: number): number {
  if (!scroller) return before;
  const seen = scroller.getBoundingClientRect();
  const isSeen = (sheet: Element) => {
    const { top, bottom } = sheet.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return middle > seen.top && middle < seen.bottom;
  };
  const sheets = [...scroller.children];
  const now = sheets[before - 1];
  if (now && isSeen(now)) return before;
  const first = sheets.findIndex(isSeen);
  return first === -1 ? before : first + 1;
}
