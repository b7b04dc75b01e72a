import type { Approval, ApprovalStep } from '@anju/api';
import { approvalVerdict } from '@anju/ui';

/** Where a step stands: decided, waiting now, still to come, or not come to any more. */
export type StepState = 'decided' | 'now' | 'later' | 'never';

export function stepState(
  step: Pick<ApprovalStep, 'step_no' | 'verdict'>,
  approval: Pick<Approval, 'status' | 'step_no'>,
): StepState {
  if (step.verdict) return 'decided';
  if (approval.status !== 'pending') return 'never';
  return step.step_no === approval.step_no ? 'now' : 'later';
}

/** The step that a request stands at, while it waits. */
export function stepNow(approval: Approval): ApprovalStep | undefined {
  return approval.steps.find((step) => stepState(step, approval) === 'now');
}

/** The step after the one that waits; nothing where that is the last. */
export function stepNext(approval: Approval): ApprovalStep | undefined {
  return approval.steps.find(({ step_no }) => step_no === approval.step_no + 1);
}

/** Who decided, and instead of whom. */
export function deciderWords({ decided_by, instead_of }: ApprovalStep): string {
  const who = decided_by ?? '';
  return instead_of ? `${who}（代${instead_of}）` : who;
}

/** Something that happened with a request. */
export type ApprovalEvent = { key: string; at: string; what: string; said: string; by: string };

/** What happened with a request, the latest first. */
export function eventsOf(approval: Approval): ApprovalEvent[] {
  const { asked_at, maker_name, summary } = approval;
  const asked = { key: 'asked', at: asked_at, what: '提交', said: summary, by: maker_name };
  const decided = approval.steps.flatMap((step): ApprovalEvent[] => {
    if (!step.verdict || !step.decided_at) return [];
    const what = `${step.role_name}${approvalVerdict[step.verdict].label}`;
    const [said, by] = [step.note ?? '–', deciderWords(step)];
    return [{ key: `step-${step.step_no}`, at: step.decided_at, what, said, by }];
  });
  return [asked, ...decided, ...endOf(approval)].reverse();
}

/** How it ended, unless the decision of a step says that already. */
function endOf(approval: Approval): ApprovalEvent[] {
  const { status, ended_at, outcome, maker_name } = approval;
  if (!ended_at) return [];
  const end = (what: string, said: string, by: string) => [
    { key: 'ended', at: ended_at, what, said, by },
  ];
  switch (status) {
    case 'done':
      return end('办理', outcome ?? '–', '系统');
    case 'refused':
      return end('未能办理', outcome ?? '–', '系统');
    case 'withdrawn':
      return end('撤回', '–', maker_name);
    default:
      return [];
  }
}
