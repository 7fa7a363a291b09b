import { Menu } from "electron";

/**
 * Takes Electron's own menu away, and with it its shortcuts for reloading and for the developer tools: the window draws
 * its menu bar itself. macOS has copy and paste only through a menu.
 */
export function setupMenu(): void {
  const isMac = process.platform === "darwin";
  Menu.setApplicationMenu(isMac ? Menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }]) : null);
}
