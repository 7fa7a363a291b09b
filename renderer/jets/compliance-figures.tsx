import type { ComplianceFigure, ComplianceSummary } from "../../shared/jets/compliance.ts";
import { FIGURE_GROUPS, FIGURE_WORDS, shareInWords } from "../../shared/jets/compliance-words.ts";

interface ComplianceFiguresProps {
  readonly report: ComplianceSummary;
  readonly onOpen: (figure: ComplianceFigure) => void;
}

/** The figures; each opens its list. */
export function ComplianceFigures({ report, onOpen }: ComplianceFiguresProps) {
  const shares = [report.planShare, report.reviewShare];
  return (
    <section className="figures" aria-label="Figures">
      {FIGURE_GROUPS.map(({ title, figures }, index) => (
        <table key={title}>
          <caption className="h2">{title}</caption>
          <tbody>
            <tr>
              <th scope="row">In time</th>
              <td className="num strong">{shareInWords(shares[index] ?? null)}</td>
            </tr>
            {figures.map((figure) => (
              <tr key={figure}>
                <th scope="row">{FIGURE_WORDS[figure]}</th>
                <td className="num">
                  <Figure figure={figure} count={report.counts[figure]} onOpen={onOpen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

interface FigureProps extends Pick<ComplianceFiguresProps, "onOpen"> {
  readonly figure: ComplianceFigure;
  readonly count: number;
}

function Figure({ figure, count, onOpen }: FigureProps) {
  if (count === 0) return "0";
  return (
    <button
      type="button"
      className="link"
      aria-label={`${FIGURE_WORDS[figure]}: ${count}`}
      onClick={() => onOpen(figure)}
    >
      {count}
    </button>
  );
}
