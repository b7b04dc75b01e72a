import type { Finding, Problem } from '@anju/api';

/** A field's messages in the shape that a form takes. */
export type FieldMessages = { name: string[]; errors: string[] };

/**
 * Lays what a refusal found beside the fields of a form: each finding goes to the field that its
 * path (`agent.mobile`) names; what names no field of the form stays for the top of it.
 */
export function findingsByField(
  problem: Problem,
  fields: readonly string[],
): { fields: FieldMessages[]; rest: Finding[] } {
  const findings = [...problem.findings];
  const { field } = problem;
  if (field !== undefined && !findings.some((finding) => finding.field === field)) {
    findings.push({ code: problem.code, sentence: problem.message, field });
  }
  const messages = new Map<string, string[]>();
  const rest: Finding[] = [];
  for (const finding of findings) {
    if (finding.field !== undefined && fields.includes(finding.field)) {
      const sentences = messages.get(finding.field) ?? [];
      messages.set(finding.field, [...sentences, finding.sentence ?? problem.message]);
    } else {
      rest.push(finding);
    }
  }
  return {
    fields: [...messages].map(([name, errors]) => ({ name: name.split('.'), errors })),
    rest,
  };
}
