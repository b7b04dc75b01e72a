import { download } from '@anju/api';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './fields';
import { ProblemNote } from './ProblemNote';

/** A workbook to be saved. Why it can't be is said here: a bare link would leave the page for it. */
export function Workbook({ path, children }: { path: string; children: ReactNode }) {
  const save = useMutation({ mutationFn: () => download(path) });
  return (
    <>
      <Button isBusy={save.isPending} onClick={() => save.mutate()}>
        {children}
      </Button>
      {save.error && <ProblemNote error={save.error} />}
    </>
  );
}
