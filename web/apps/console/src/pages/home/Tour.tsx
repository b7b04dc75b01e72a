import type { LinkProps } from '@tanstack/react-router';
import { Way } from '../../app/links';

type Step = { text: string; where: string; to: NonNullable<LinkProps['to']> };

/** The main job, step by step; what a person may not do stands there without a way to it. */
const steps: Step[] = [
  { text: '单位登记', where: '缴存单位', to: '/employers/new' },
  { text: '上传清册，改好有误的行', where: '清册', to: '/rosters/new' },
  { text: '确认清册，把缴款码交给单位', where: '汇缴', to: '/remittances' },
  { text: '录入到账，自动逐人入账', where: '到账', to: '/arrivals' },
  { text: '日终，看科目余额表是否平衡', where: '营业日', to: '/business-days' },
];

export function Tour() {
  return (
    <ol className="tour">
      {steps.map(({ text, where, to }) => (
        <li key={to}>
          <span>{text}</span>
          <Way to={to} instead={<span className="hint">{where}</span>}>
            {where}
          </Way>
        </li>
      ))}
    </ol>
  );
}
