import type { Issued } from '../api';
import { Way } from '../app/links';
import { Note } from './ProblemNote';

type Props = { issued: Issued; href: string; what: string };

/** A certificate or receipt just made: its PDF, and the code by which others check it. */
export function IssuedNote({ issued: { code }, href, what }: Props) {
  return (
    <Note>
      <p>{what}已生成。</p>
      <p>
        <a href={href} target="_blank" rel="noopener" className="button button--main">
          打开{what} PDF
        </a>
      </p>
      <p className="hint">
        核验码{' '}
        <Way to="/verify" search={{ code }} className="code-small">
          {code}
        </Way>
        ，收到的人可以凭它核验真伪。
      </p>
    </Note>
  );
}
