import axe from "axe-core";
import type { Page } from "playwright-core";

const LOOKS = [
  { look: "light", media: { colorScheme: "light", forcedColors: "none" } },
  { look: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { look: "high contrast", media: { colorScheme: "light", forcedColors: "active" } },
] as const;

type Look = (typeof LOOKS)[number];
/** The look for what has been looked at in the others before. */
export const LIGHT_ALONE: readonly Look[] = [LOOKS[0]];

/** What axe finds in the window as it stands: light, dark and in high contrast where nothing else is said. */
export async function axeFindings(page: Page, looks: readonly Look[] = LOOKS): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const { look, media } of looks) {
    // Without motion nothing fades, and contrast is what stands at the end.
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${look}, ${id}: ${node.html.slice(0, 160)}`));
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  return found;
}
