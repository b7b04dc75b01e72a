import type { Finding, Problem } from '@anju/api';

/** A field's messages in the shape that a form takes. */
export type FieldMessages = { name: string[]; errors: string[] };

/**
 * Lays what a refusal found beside the fields of a form: each finding goes to the field that its
 * path (`mobile`, `/agent/mobile`) names; what names no field of the form stays for the top of it.
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
    const path = pathOf(finding.field);
    if (fields.includes(path)) {
      const sentences = messages.get(path) ?? [];
      messages.set(path, [...sentences, finding.sentence ?? problem.message]);
    } else {
      rest.push(finding);
    }
  }
  return {
    fields: [...messages].map(([name, errors]) => ({ name: name.split('.'), errors })),
    rest,
  };
}

/** A field's path as forms write it: `/agent/mobile` is `agent.mobile`. */
function pathOf(field: string | undefined): string {
  return (field ?? '').replace(/^\//, '').replaceAll('/', '.');
}
