import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { PlanKind } from "../shared/action-plan/action-plan.ts";
import { fullName } from "../shared/client-record/client-record.ts";
import { errorMessage } from "../shared/messages.ts";
import type { WorkDestination } from "../shared/work-list/work-list.ts";
import { ActionPlanWindow } from "./action-plan/action-plan-window.tsx";
import type { ClericalEntering } from "./clerical/entering.ts";
import { ClientPageWindow } from "./client-record/client-page.tsx";
import { ClockQuestion } from "./clock-question.tsx";
import { useEntry } from "./entry/entry-context.ts";
import { EntryGate } from "./entry/entry-gate.tsx";
import { OfficeCommands } from "./entry/office-commands.tsx";
import { Fallback } from "./fallback.tsx";
import { StartWindow } from "./find-client/start-window.tsx";
import { type InterviewedClient, InterviewParts } from "./interview/interview-bar.tsx";
import { OutsideInterview } from "./interview/outside-interview.tsx";
import { ComplianceWindow } from "./jets/compliance-window.tsx";
import { type LeaveGuard, NOTHING_TO_LEAVE } from "./leave-guard.ts";
import { type RegisterPrint, RegisterPrintContext } from "./print-request.ts";
import { queryClient, useRequest } from "./requests.ts";
import { AuditWindow } from "./rights/audit-window.tsx";
import { ClientGone } from "./rights/client-gone.tsx";
import { SessionContext } from "./session.ts";
import { StoreDamageNotice } from "./ui/store-damage.tsx";

/** Which window is shown. */
type Place =
  | { readonly at: "start" }
  | { readonly at: "audit" }
  | { readonly at: "compliance" }
  | { readonly at: "client"; readonly clientId: string }
  | {
      readonly at: "plan";
      readonly clientId: string;
      readonly kind: PlanKind;
      readonly cameFrom: "start" | "client";
      /** What the window opens on; another object leads to an item once more. */
      readonly opens: WorkDestination;
      /** The clerical form that is entered there. */
      readonly clerical?: ClericalEntering | undefined;
    };

/** So often the session is asked for again, so that today follows the day. */
const SESSION_EVERY_MS = 60_000;

/** The whole application: its entry, and inside it one window at a time, over one session. */
export function App() {
  return (
    <EntryGate>
      <Inside />
    </EntryGate>
  );
}

function Inside() {
  // While it is locked the session is refused; the windows keep the one they have.
  const isOff = useEntry().state !== "signed-in";
  const session = useRequest("session", {}, isOff ? { isOff } : { refetchInterval: SESSION_EVERY_MS });
  if (session.data) {
    return (
      <SessionContext value={session.data}>
        <Windows key={session.data.adviser.id} />
        <ClockQuestion key={`clock-${session.data.adviser.id}`} />
        <StoreDamageNotice key={`damage-${session.data.adviser.id}`} />
      </SessionContext>
    );
  }
  if (!session.error) return <main className="window" aria-busy="true" aria-label="Action Plan" />;
  const { title, text, whatToDo } = errorMessage(session.error.error);
  return (
    <Fallback
      title={title}
      text={`${text} ${whatToDo}`}
      action={{ name: "Try again", onPress: () => void queryClient.invalidateQueries() }}
    />
  );
}

function Windows() {
  const [place, setPlace] = useState<Place>({ at: "start" });
  const { guard, registerLeaveGuard } = useLeaveGuards();
  const print = usePrintRoute();

  const openClient = (clientId: string) => setPlace({ at: "client", clientId });
  const openPlan = (clientId: string, opens: WorkDestination = { to: "plan" }, clerical?: ClericalEntering) =>
    setPlace({
      at: "plan",
      clientId,
      kind: ("kind" in opens && opens.kind) || "lms",
      cameFrom: place.at === "plan" ? place.cameFrom : place.at === "client" ? "client" : "start",
      opens,
      clerical,
    });

  if (place.at === "start") {
    return (
      <OfficeCommands mayLeave={guard.leave}>
        <StartWindow
          onOpenClient={openClient}
          onOpenPlan={openPlan}
          onOpenAudit={() => setPlace({ at: "audit" })}
          onOpenCompliance={() => setPlace({ at: "compliance" })}
        />
      </OfficeCommands>
    );
  }
  if (place.at === "audit") {
    return (
      <OfficeCommands mayLeave={guard.leave}>
        <AuditWindow onClose={() => setPlace({ at: "start" })} />
      </OfficeCommands>
    );
  }

  if (place.at === "compliance") {
    return (
      <OfficeCommands mayLeave={guard.leave}>
        <ComplianceWindow onOpenClient={openClient} onClose={() => setPlace({ at: "start" })} />
      </OfficeCommands>
    );
  }

  const { clientId } = place;
  const isOutside = place.at === "plan" && place.kind !== "lms";
  // What an interview leads to and asks for is the Labour Market System's plan.
  const isElsewhere = place.at === "client" || isOutside;
  const openInterviewsPlan = async (): Promise<boolean> => {
    if (!(await guard.leave())) return false;
    openPlan(clientId);
    return true;
  };
  const printPlan = async () => {
    if (!isElsewhere || (await openInterviewsPlan())) print.request();
  };
  return (
    <OfficeCommands mayLeave={guard.leave}>
      <RegisterPrintContext value={print.register}>
        <InterviewOf
          place={place}
          guard={isOutside ? NOTHING_TO_LEAVE : guard}
          onPrint={() => void printPlan()}
          onOpenPlan={isElsewhere ? () => void openInterviewsPlan() : undefined}
        >
          {place.at === "client" ? (
            <ClientPageWindow
              key={clientId}
              clientId={clientId}
              onOpenStart={() => setPlace({ at: "start" })}
              onOpenClient={openClient}
              onOpenPlan={(opens, clerical) => openPlan(clientId, opens, clerical)}
            />
          ) : (
            <InterviewsWindow isOutside={isOutside}>
              <ActionPlanWindow
                key={`${place.kind} ${clientId}`}
                clientId={clientId}
                kind={place.kind}
                lead={place.opens.to === "item" ? place.opens : undefined}
                isDraftWanted={place.opens.to === "draft"}
                clerical={place.clerical}
                onClericalEnd={() => openPlan(clientId)}
                registerLeaveGuard={registerLeaveGuard}
                onClose={() => setPlace(place.cameFrom === "start" ? { at: "start" } : { at: "client", clientId })}
              />
            </InterviewsWindow>
          )}
        </InterviewOf>
        <ClientGone
          clientId={clientId}
          window={place.at === "client" ? "open-client" : "open-plan"}
          kind={place.at === "client" ? undefined : place.kind}
          onLeave={() => setPlace({ at: "start" })}
        />
      </RegisterPrintContext>
    </OfficeCommands>
  );
}

/** A plan that an interview asks nothing of stands in its window beside it. */
function InterviewsWindow({ isOutside, children }: { readonly isOutside: boolean; readonly children: ReactNode }) {
  return isOutside ? <OutsideInterview>{children}</OutsideInterview> : children;
}

const NO_ITEMS: InterviewedClient["items"] = [];

interface InterviewOfProps {
  readonly place: Exclude<Place, { at: "start" | "audit" | "compliance" }>;
  readonly guard: LeaveGuard;
  readonly onPrint: () => void;
  readonly onOpenPlan: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Puts the interview bar on the client's windows, from the same answer that the window itself shows. */
function InterviewOf({ place, children, ...acts }: InterviewOfProps) {
  const { clientId } = place;
  const page = useRequest("open-client", { clientId }, { isOff: place.at !== "client" });
  const kind = place.at === "plan" ? place.kind : "lms";
  const plan = useRequest("open-plan", { clientId, kind }, { isOff: place.at !== "plan" });
  const shown = place.at === "client" ? page.data : plan.data;
  const client: InterviewedClient | null = shown
    ? {
        id: clientId,
        name: fullName(shown.client),
        openInterview: shown.openInterview,
        items: shown.plan?.kind === "lms" ? shown.plan.items : NO_ITEMS,
      }
    : null;
  return (
    <InterviewParts client={client} {...acts}>
      {children}
    </InterviewParts>
  );
}

/** One guard for as long as the windows are there, which asks whichever window is shown. */
function useLeaveGuards() {
  const shown = useRef<LeaveGuard>(NOTHING_TO_LEAVE);
  const guard = useMemo<LeaveGuard>(
    () => ({
      hasUnsaved: () => shown.current.hasUnsaved(),
      leave: () => shown.current.leave(),
      discard: () => shown.current.discard(),
    }),
    [],
  );
  const registerLeaveGuard = useCallback((next: LeaveGuard | null) => {
    shown.current = next ?? NOTHING_TO_LEAVE;
  }, []);
  return { guard, registerLeaveGuard };
}

/** Carries a wish to print from a dialog to the Action Plan window, even when that is still to open. */
function usePrintRoute() {
  const open = useRef<null | (() => void)>(null);
  const isWaiting = useRef(false);
  const register: RegisterPrint = useCallback((next) => {
    open.current = next;
    if (!next || !isWaiting.current) return;
    isWaiting.current = false;
    next();
  }, []);
  const request = useCallback(() => {
    if (open.current) open.current();
    else isWaiting.current = true;
  }, []);
  return { register, request };
}
