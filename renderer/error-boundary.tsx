import { Component, type ReactNode } from "react";
import { Fallback } from "./fallback.tsx";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Puts plain words in place of a window that failed, and lets the adviser begin again. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <Fallback
        title="This window met an error"
        text="What was saved is safe. What was typed in this window and not saved is lost."
        action={{ name: "Open the window again", onPress: () => this.setState({ hasFailed: false }) }}
      />
    );
  }
}
