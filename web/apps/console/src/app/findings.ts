import { findingsByField, problemIn } from '@anju/ui';
import type { FormInstance } from 'antd';

/** Puts what a refusal found beside the fields of a form, and the cursor into the first of them. */
export function showFindings<Values>(
  form: FormInstance<Values>,
  error: unknown,
  names: readonly string[],
): void {
  const { fields } = findingsByField(problemIn(error), names);
  form.setFields(fields as Parameters<typeof form.setFields>[0]);
  const first = fields[0];
  if (first) form.scrollToField(first.name as never, { block: 'center', focus: true });
}
