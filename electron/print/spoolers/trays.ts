import type { Tray } from "../../../shared/print/print-options.ts";

/** The tray of a printer whose driver tells of none (¶117). */
export const TRAY_1: Tray = { id: "Tray1", name: "Tray 1" };

/** A driver's trays with Tray 1 first where there is one; Tray 1 alone where the driver tells of none. */
export function traysOf(ids: readonly string[]): Tray[] {
  const trays = ids.map((id) => ({ id, name: inWords(id) }));
  const firsts = trays.filter(({ name }) => /^(tray 1|1st tray)$/i.test(name));
  const [first] = trays;
  return first ? [...firsts, ...trays.filter((tray) => !firsts.includes(tray))] : [TRAY_1];
}

/** Tray1 and LargeCapacity are meant for programs; people read Tray 1 and Large Capacity. */
function inWords(id: string): string {
  return id
    .replaceAll(/[_-]+/g, " ")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{L}{2})(\d)/gu, "$1 $2")
    .replaceAll(/(\dst|\dnd|\drd|\dth)(\p{Lu})/gu, "$1 $2")
    .trim();
}
