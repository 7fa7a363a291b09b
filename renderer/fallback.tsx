import { ActionButton } from "./ui/action-button.tsx";

interface FallbackProps {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly name: string; readonly onPress: () => void };
}

/** A whole window of plain words, where there is nothing else to show. */
export function Fallback({ title, text, action }: FallbackProps) {
  return (
    <main className="window">
      <div className="fallback" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        {action && <ActionButton name={action.name} onPress={action.onPress} primary />}
      </div>
    </main>
  );
}
