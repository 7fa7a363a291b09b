import { formatDate } from "../../shared/dates.ts";
import type { ComplianceWeek } from "../../shared/jets/compliance.ts";

const HEIGHT = 120;
const BAR = 14;
const GAP = 4;

/** Plans by the week in which they fell due: bars to look at, and the same as a table. */
export function ComplianceWeeks({ weeks }: { readonly weeks: readonly ComplianceWeek[] }) {
  const most = Math.max(...weeks.map(totalOf), 0);
  return (
    <section className="weeks" aria-label="Agreed in time by week">
      <h2 className="h2">Agreed in time by week</h2>
      {most === 0 ? (
        <p className="quiet">No plan's day has come in this period.</p>
      ) : (
        <>
          <Plot weeks={weeks} most={most} />
          <ul className="plot-key" aria-hidden="true">
            <li className="in-time">In time</li>
            <li className="late">Late</li>
            <li className="not-agreed">Not agreed</li>
          </ul>
          <details>
            <summary>As a table</summary>
            <WeekTable weeks={weeks} />
          </details>
        </>
      )}
    </section>
  );
}

function totalOf({ inTime, late, notAgreed }: ComplianceWeek): number {
  return inTime + late + notAgreed;
}

/** One bar for each week, from below: in time, late, not agreed; each kind has a pattern of its own. */
function Plot({ weeks, most }: { readonly weeks: readonly ComplianceWeek[]; readonly most: number }) {
  const width = weeks.length * (BAR + GAP);
  const decided = weeks.reduce((sum, week) => sum + totalOf(week), 0);
  const inTime = weeks.reduce((sum, week) => sum + week.inTime, 0);
  const words = `${inTime} of ${decided} plans agreed in time over ${weeks.length} weeks, at most ${most} in one week`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a picture wider than its box scrolls, by keyboard too
    <section className="plot" tabIndex={0} aria-label="Plot">
      <svg role="img" aria-label={words} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
        {weeks.map((week, index) => (
          <Bar key={week.monday} week={week} x={index * (BAR + GAP)} scale={HEIGHT / most} />
        ))}
      </svg>
    </section>
  );
}

function Bar({ week, x, scale }: { readonly week: ComplianceWeek; readonly x: number; readonly scale: number }) {
  const { inTime, late, notAgreed, monday } = week;
  const parts = [
    { kind: "in-time", count: inTime, below: 0 },
    { kind: "late", count: late, below: inTime },
    { kind: "not-agreed", count: notAgreed, below: inTime + late },
  ];
  return (
    <g>
      <title>{`Week from ${formatDate(monday)}: ${inTime} in time, ${late} late, ${notAgreed} not agreed`}</title>
      {parts.map(({ kind, count, below }) =>
        count === 0 ? null : (
          <rect
            key={kind}
            className={kind}
            x={x}
            y={HEIGHT - (below + count) * scale}
            width={BAR}
            height={count * scale}
          />
        ),
      )}
    </g>
  );
}

function WeekTable({ weeks }: { readonly weeks: readonly ComplianceWeek[] }) {
  return (
    <table className="week-table num">
      <thead>
        <tr>
          <th scope="col">Week from</th>
          <th scope="col">In time</th>
          <th scope="col">Late</th>
          <th scope="col">Not agreed</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, inTime, late, notAgreed }) => (
          <tr key={monday}>
            <th scope="row">{formatDate(monday)}</th>
            <td>{inTime}</td>
            <td>{late}</td>
            <td>{notAgreed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
