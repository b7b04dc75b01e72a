import type { ReactNode } from 'react';
import './page.css';
import './paper.css';

/** One figure or fact at the head of a page. */
export type Fact = { label: string; value: ReactNode };

type PageProps = {
  title: ReactNode;
  /** Status and the like, beside the title. */
  tag?: ReactNode;
  /** Who and how much. */
  facts?: readonly Fact[];
  /** What to do next: at most one primary button. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of a page's content: who and how much at the top, what to do next at the right. */
export function Page({ title, tag, facts = [], actions, children }: PageProps) {
  return (
    <>
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {tag}
          <div className="page-actions no-print">{actions}</div>
        </div>
        {facts.length > 0 && <Facts facts={facts} />}
      </header>
      {children}
    </>
  );
}

/** Figures and facts in a row, as at the head of a page. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A block of a page on its own ground. */
export function Panel({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}
