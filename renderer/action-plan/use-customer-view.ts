import { useEffect, useRef, useState } from "react";
import type { KeyMap } from "../ui/key-map.ts";

/** Where the adviser was when the window was turned. */
interface LeftPlace {
  readonly id: string;
  readonly name: string | null;
  readonly selection: readonly [number, number] | null;
}

/** Whether the window is turned to the customer, and the way there and back to where the adviser was. */
export function useCustomerView() {
  const [isTurned, setIsTurned] = useState(false);
  const left = useRef<LeftPlace | null>(null);
  useEffect(() => {
    if (isTurned || !left.current) return;
    comeBackTo(left.current);
    left.current = null;
  }, [isTurned]);
  const back = () => setIsTurned(false);
  const keyMap: KeyMap = { "customer-view": { run: back }, close: { run: back } };
  return {
    ...{ isTurned, back, keyMap },
    turn: () => {
      left.current = placeOf(document.activeElement);
      setIsTurned(true);
    },
  };
}

function placeOf(element: Element | null): LeftPlace {
  const isText = element instanceof HTMLTextAreaElement;
  return {
    id: element?.id ?? "",
    name: element?.matches("button") ? element.textContent : null,
    selection: isText ? [element.selectionStart, element.selectionEnd] : null,
  };
}

function comeBackTo({ id, name, selection }: LeftPlace): void {
  const same = id === "" ? null : document.getElementById(id);
  const named = [...document.querySelectorAll<HTMLElement>("button")].find((button) => button.textContent === name);
  const row = document.querySelector<HTMLElement>('.upper [role="grid"] [aria-selected="true"]');
  const place = same ?? named ?? row ?? document.querySelector<HTMLElement>(".toolbar button");
  place?.focus();
  if (selection && place instanceof HTMLTextAreaElement) place.setSelectionRange(...selection);
}
