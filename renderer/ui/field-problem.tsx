import { Icon } from "./icons.tsx";

/** Says below a field what is wrong with it; nothing while nothing is. */
export function FieldProblem({ id, problem }: { readonly id: string; readonly problem: string | undefined }) {
  if (!problem) return null;
  return (
    <span className="err" id={id}>
      <Icon name="warn" size="small" />
      {problem}
    </span>
  );
}
