/** What a change answers that waits for somebody's approval: nothing is done yet. */
export const PENDING = '已提交审批，批准后自动办理';

/** What to say of a change: that it is done, or that it waits for approval. */
export function saidOf(answer: object | undefined, done: string): string {
  return answer !== undefined && 'approval_id' in answer ? PENDING : done;
}
