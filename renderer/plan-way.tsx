import type { PlanKind } from "../shared/action-plan/action-plan.ts";
import { planChoices } from "../shared/action-plan/plan-choices.ts";
import type { RequestOutput, Session } from "../shared/contract.ts";
import { useDialogs } from "./action-plan/use-dialogs.ts";
import { ask, queryClient } from "./requests.ts";
import { useSession } from "./session.ts";
import { Dialog } from "./ui/dialog.tsx";

/** Which plans a client has, and under which contract another would be. */
export type ClientPlans = RequestOutput<"client-card">["plans"];

/** The way to a client's Action Plan: of the only kind there is or would be, or of the one that the adviser chooses. */
export function usePlanWay(onOpenPlan: (clientId: string, kind: PlanKind) => void) {
  const session = useSession();
  const { dialog, askAdviser } = useDialogs();
  const open = async (clientId: string, known?: ClientPlans) => {
    const plans = known ?? (await plansOf(clientId));
    const kinds = planChoices({
      existing: plans.existing,
      isParticipant: plans.contract !== null,
      officePlans: session.office.plans,
    });
    const [only = "lms", other] = kinds;
    const chosen = other
      ? await askAdviser<PlanKind | null>((answer) => <WhichPlanDialog tab={tabOf(plans, session)} onAnswer={answer} />)
      : only;
    if (chosen) onOpenPlan(clientId, chosen);
  };
  return { dialog, open: (clientId: string, known?: ClientPlans) => void open(clientId, known) };
}

/** What stands in the window already is not asked for again. */
async function plansOf(clientId: string): Promise<ClientPlans> {
  const card = queryClient.getQueryData<RequestOutput<"client-card">>(["client-card", { clientId }]);
  if (card) return card.plans;
  const answer = await ask("client-card", { clientId });
  // The window that opens says what is wrong.
  return answer.ok ? answer.value.plans : { existing: [], contract: null };
}

/** What the contract calls its plan; of a client who left it, the first contract's word. */
function tabOf({ contract }: ClientPlans, { contracts }: Session): string {
  const terms = contracts.find(({ code }) => code === contract) ?? contracts[0];
  return terms?.words.tab ?? "";
}

interface WhichPlanProps {
  readonly tab: string;
  readonly onAnswer: (kind: PlanKind | null) => void;
}

function WhichPlanDialog({ tab, onAnswer }: WhichPlanProps) {
  return (
    <Dialog
      title="Which Action Plan?"
      onClose={() => onAnswer(null)}
      actions={[
        { name: "LMS", isMain: true, onPress: () => onAnswer("lms") },
        { name: tab, onPress: () => onAnswer("jets") },
        { name: "Cancel", onPress: () => onAnswer(null) },
      ]}
    >
      <p>There are plans of two kinds for this client. Each has its own versions, drafts and signatures.</p>
    </Dialog>
  );
}
