import { formatDate } from "../../shared/dates.ts";
import { useSession } from "../session.ts";
import { authorOf, type ClericalEntering } from "./entering.ts";

interface ClericalBarProps {
  readonly entering: ClericalEntering;
  readonly onStop: () => void;
}

/** Says which form is being entered, whose it is and who types it. */
export function ClericalBar({ entering, onStop }: ClericalBarProps) {
  const session = useSession();
  const { serial, save } = entering;
  const kind = session.interviewKinds.find(({ code }) => code === save.interview?.kind)?.name;
  const author = authorOf(entering, session);
  return (
    <section className="clerical-bar" aria-label="Clerical entry">
      <p>
        <strong>Entering clerical form {serial}</strong>
        {`: ${formatDate(save.happenedOn)}, ${author.name}, ${kind ?? "no interview"}. `}
        {`Entered on ${formatDate(session.today)} by ${session.adviser.name}.`}
      </p>
      <button type="button" className="btn small" onClick={onStop}>
        Stop entering
      </button>
    </section>
  );
}
