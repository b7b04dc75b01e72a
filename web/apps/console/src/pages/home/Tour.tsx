import type { LinkProps } from '@tanstack/react-router';
import type { Action } from '../../app/actions';
import { Way } from '../../app/links';
import { useSession } from '../../app/session';

type Step = { text: string; where: string; to: NonNullable<LinkProps['to']>; action: Action };

/** The main job, step by step; what a person may not do stands there without a way to it. */
const steps: Step[] = [
  { text: '登记单位', where: '缴存单位', to: '/employers/new', action: 'employer.register' },
  { text: '上传清册，改好有误的行', where: '清册', to: '/rosters/new', action: 'roster.upload' },
  {
    text: '确认核定，把缴款码交给单位',
    where: '汇缴',
    to: '/remittances',
    action: 'remittance.read',
  },
  { text: '录入到账，自动逐人入账', where: '到账', to: '/arrivals', action: 'arrival.record' },
  {
    text: '日终，看科目余额表是否平衡',
    where: '营业日',
    to: '/business-days',
    action: 'business_day.close',
  },
];

export function Tour() {
  const actions = useSession()?.actions ?? [];
  return (
    <ol className="tour">
      {steps.map(({ text, where, to, action }) => (
        <li key={to}>
          <span>{text}</span>
          {actions.includes(action) ? (
            <Way to={to}>{where}</Way>
          ) : (
            <span className="hint">{where}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
