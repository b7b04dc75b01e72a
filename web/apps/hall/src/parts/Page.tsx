import { type ReactNode, useEffect, useRef } from 'react';
import { hasArrived } from '../app/arrival';
import { useCentreName } from '../app/centre';

type PageProps = {
  title: string;
  /** Beside the title: a status, or whose page it is. */
  tag?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  children: ReactNode;
};

/** A page of the halls: its heading, which takes the focus when one comes here, and its cards. */
export function Page({ title, tag, lead, children }: PageProps) {
  const centre = useCentreName();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${centre}`;
  }, [title, centre]);
  // Whoever listens hears where the way has led, and goes on from there by keys.
  useEffect(() => {
    if (hasArrived()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {tag}
      </header>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </>
  );
}

type CardProps = { title?: ReactNode; label?: string; children: ReactNode };

/** A block of a page. */
export function Card({ title, label, children }: CardProps) {
  return (
    <section className="card" aria-label={label}>
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** Facts below one another: what it is, and what it says. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** One fact. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A page or a part of one on its way. */
export function Loading() {
  return (
    <p className="loading" role="status">
      正在读取……
    </p>
  );
}
