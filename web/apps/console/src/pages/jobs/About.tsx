import type { JobSummary } from '@anju/api';
import { Thing } from '../../app/Thing';

type AboutProps = { job: Pick<JobSummary, 'subject' | 'subject_kind' | 'subject_name'> };

/** What a job is about as people know it, with the way there. */
export function About({ job }: AboutProps) {
  const { subject, subject_kind, subject_name } = job;
  if (subject === '') return <>全中心</>;
  return (
    <Thing kind={subject_kind ?? ''} id={subject}>
      {subject_name ?? subject}
    </Thing>
  );
}
