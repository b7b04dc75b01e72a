import type {
  ApprovableBusiness,
  ApprovalFlow,
  ApprovalFlowChange,
  ApprovalFlowStep,
  Fen,
  VersionState,
} from '@anju/api';
import { addDays, formatFen } from '@anju/ui';

/** How a business is approved that has no step. */
export const NO_APPROVAL = '不需审批';

/** The most steps of a flow, and the longest term in working days, as the server has them. */
export const MOST_STEPS = 9;
export const LONGEST_TERM_DAYS = 60;

/** A business with its flows. */
export type FlowsOf = ApprovableBusiness & {
  /** The one that holds today; none: no approval. */
  inForce: ApprovalFlow | undefined;
  /** Those of days to come, the next first. */
  upcoming: ApprovalFlow[];
  /** All of them, the latest first. */
  history: ApprovalFlow[];
};

/** The businesses with their flows, which come by business, the latest first. */
export function flowsOf(
  businesses: readonly ApprovableBusiness[],
  flows: readonly ApprovalFlow[],
): FlowsOf[] {
  return businesses.map((one) => {
    const history = flows.filter(({ business }) => business === one.business);
    const inForce = history.find(({ in_force }) => in_force);
    const upcoming = history.slice(0, inForce ? history.indexOf(inForce) : history.length);
    return { ...one, inForce, upcoming: upcoming.reverse(), history };
  });
}

/** Where a flow of a business stands today. */
export function flowState(flow: ApprovalFlow, { upcoming }: FlowsOf): VersionState {
  if (flow.in_force) return 'in_force';
  return upcoming.includes(flow) ? 'upcoming' : 'past';
}

/** The steps of a flow in a sentence. */
export function stepsSaid(flow: Pick<ApprovalFlow, 'steps'> | undefined): string {
  if (flow === undefined || flow.steps.length === 0) return NO_APPROVAL;
  return flow.steps.map(stepSaid).join(' → ');
}

function stepSaid({ role_name, from_fen, term_days }: ApprovalFlowStep): string {
  const from = from_fen > 0 ? `满 ${formatFen(from_fen)} 元，` : '';
  return `${role_name}（${from}${term_days} 个工作日）`;
}

/** The business of setting a flow, which may need approval itself. */
export const SETTING = 'approval_flow.set';

/**
 * The first day that is proposed for a flow: today, unless the setting waits for approval itself.
 * Then it is a Monday after the terms of all its steps, with a week to spare for holidays, which
 * only the server knows: a request whose first day has passed can't be carried out.
 */
export function beginning(today: string, setting: Pick<ApprovalFlow, 'steps'> | undefined): string {
  // No amount is set with a flow, so steps from an amount on are not taken.
  const steps = (setting?.steps ?? []).filter(({ from_fen }) => from_fen === 0);
  if (steps.length === 0) return today;
  const workingDays = steps.reduce((sum, { term_days }) => sum + term_days, 0);
  const end = addDays(today, 7 * (Math.ceil(workingDays / 5) + 1));
  const weekday = new Date(end).getUTCDay();
  return addDays(end, (8 - weekday) % 7);
}

/** A step as the form holds it. */
export type StepTyped = { role?: string; from_fen?: Fen | null; term_days?: number | null };

/** What the form holds. */
export type FlowTyped = {
  effective_from?: string;
  source?: string;
  reason?: string;
  steps?: (StepTyped | undefined)[];
};

/** The steps of a flow as the form begins with them. */
export function typedOf(flow: ApprovalFlow | undefined): StepTyped[] {
  return (flow?.steps ?? []).map(({ role, from_fen, term_days }) => ({
    role,
    ...(from_fen > 0 ? { from_fen } : {}),
    term_days,
  }));
}

/** What is wrong with the amount from which a step is taken, beside the steps before it. */
export function fromFault(
  steps: readonly (StepTyped | undefined)[],
  index: number,
): string | undefined {
  const from = steps[index]?.from_fen ?? 0;
  if (Number.isNaN(from)) return undefined;
  if (from < 0) return '起办金额不能小于零';
  const before = steps.slice(0, index).map((step) => step?.from_fen ?? 0);
  const highest = Math.max(0, ...before.filter((amount) => !Number.isNaN(amount)));
  return from < highest ? '不能低于前面环节的起办金额' : undefined;
}

/** What is sent of what was typed; the form's rules have let it through. */
export function changeOf(business: string, typed: FlowTyped): ApprovalFlowChange {
  const steps = (typed.steps ?? []).map((step) => ({
    role: step?.role ?? '',
    ...(step?.from_fen ? { from_fen: step.from_fen } : {}),
    term_days: step?.term_days ?? 0,
  }));
  return {
    business,
    effective_from: typed.effective_from ?? '',
    source: typed.source ?? '',
    reason: typed.reason ?? '',
    steps,
  };
}
