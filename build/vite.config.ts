import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { digestRendererSources, STAMP_NAME } from "./renderer-sources.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// A test runner sets this to "test", and what a test had built would be React's development build ever after.
process.env.NODE_ENV = "production";

export default defineConfig({
  root: join(root, "renderer"),
  cacheDir: join(root, ".cache", "vite"),
  plugins: [react(), rememberSources()],
  // Started as a module, like every other script of the page.
  worker: { format: "es" },
  build: {
    outDir: join(root, "dist", "renderer"),
    emptyOutDir: true,
    // Electron 45 and the browsers of a managed desktop.
    target: "chrome120",
    // The content security policy allows no inline script and no data: font, and every file is on this machine.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4096,
  },
});

/** Leaves beside the build which sources it was made from, taken before it begins. */
function rememberSources(): Plugin {
  let digest = "";
  let folder = "";
  return {
    name: "remember-sources",
    configResolved(config) {
      folder = config.build.outDir;
    },
    buildStart() {
      digest = digestRendererSources(root);
    },
    writeBundle() {
      writeFileSync(join(folder, STAMP_NAME), digest);
    },
  };
}
