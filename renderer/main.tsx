import "./no-evaluation.ts";
import "./styles/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { listenForChanges, queryClient } from "./requests.ts";
import { LiveRegion } from "./ui/live-region.tsx";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root");
listenForChanges();
createRoot(root).render(
  <ErrorBoundary>
    <QueryClientProvider client={queryClient}>
      <App />
      <LiveRegion />
    </QueryClientProvider>
  </ErrorBoundary>,
);
