import type { Fen } from '@anju/api';
import { formatFen } from '@anju/ui';
import type { ReactNode } from 'react';

/** An amount in yuan. */
export function Amount({ fen }: { fen: Fen }) {
  return <span className={fen < 0 ? 'amount amount--negative' : 'amount'}>¥ {formatFen(fen)}</span>;
}

type FigureProps = {
  label: string;
  fen: Fen;
  /** The one that the page is about. */
  isMain?: boolean;
  /** What it is, and how it comes from which figures. */
  children: ReactNode;
};

/** An amount that a tap explains. */
export function Figure({ label, fen, isMain = false, children }: FigureProps) {
  return (
    <details className={isMain ? 'figure figure--main' : 'figure'}>
      <summary>
        <span className="figure-label">
          {label}
          <span className="figure-why">说明</span>
        </span>
        <Amount fen={fen} />
      </summary>
      <div className="why">{children}</div>
    </details>
  );
}
