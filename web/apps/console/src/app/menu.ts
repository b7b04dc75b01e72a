import type { LinkProps } from '@tanstack/react-router';
import type { Action } from './actions';

/** A page in the left menu. */
export type MenuPage = {
  to: NonNullable<LinkProps['to']>;
  label: string;
  /** The letter that leads there after `g`; a figure, now that the letters are used up. */
  key?: string;
  /**
   * The action a person must be allowed to find the page there, or one of several; none: everyone
   * finds it.
   */
  action?: Action | readonly Action[];
};

/** A business of the centre with its pages. */
export type MenuGroup = { label: string; pages: MenuPage[] };

/** Who reads requests for approval; what one has asked oneself one sees without. */
const APPROVAL = ['approval.read', 'approval_flow.set'] as const;

/** The left menu by business. A page stands here from the day it works, no earlier. */
export const menu: MenuGroup[] = [
  {
    label: '工作台',
    pages: [
      { to: '/', label: '首页', key: 's', action: 'home.read' },
      { to: '/approvals', label: '审批', key: 'b', action: APPROVAL },
      { to: '/delegations', label: '代办人', key: 'e', action: 'delegation.read' },
    ],
  },
  {
    label: '归集',
    pages: [
      { to: '/employers', label: '缴存单位', key: 'd', action: 'employer.read' },
      { to: '/accounts', label: '个人账户', key: 'z', action: 'account.read' },
      { to: '/rosters', label: '清册', key: 'q', action: 'roster.read' },
      { to: '/remittances', label: '汇缴', key: 'h', action: 'remittance.read' },
      { to: '/transfer-cases', label: '转移催办', key: 'o', action: 'transfer.read' },
      { to: '/arrears', label: '欠缴', key: 'j', action: 'employer.read' },
      { to: '/payers', label: '代付单位', key: 'f', action: 'payer.read' },
      { to: '/certificates', label: '证明与回单', key: '1', action: 'certificate.read' },
    ],
  },
  {
    label: '资金',
    pages: [
      { to: '/arrivals', label: '到账', key: 'a', action: 'arrival.read' },
      { to: '/suspense', label: '暂收', key: 'w', action: 'suspense.read' },
      { to: '/recoveries', label: '追款', key: 'x', action: 'recovery.read' },
    ],
  },
  {
    label: '核算',
    pages: [
      { to: '/vouchers', label: '凭证', key: 'p', action: 'voucher.read' },
      { to: '/balances', label: '科目余额表', key: 'y', action: 'balance.read' },
      { to: '/periods', label: '会计期间', key: 'k', action: 'period.read' },
    ],
  },
  {
    label: '系统',
    pages: [
      { to: '/business-days', label: '营业日', key: 'r', action: 'business_day.read' },
      { to: '/policy', label: '政策参数', key: 'c', action: 'policy.read' },
      { to: '/meetings', label: '管委会会议', key: 'm', action: 'meeting.read' },
      { to: '/resolutions', label: '管委会决议', key: 'n', action: 'resolution.read' },
      { to: '/approval-flows', label: '审批流程', key: 'v', action: 'approval_flow.read' },
      { to: '/staff', label: '工作人员', key: 'g', action: 'staff.read' },
      { to: '/roles', label: '角色', key: 'l', action: 'role.read' },
      { to: '/jobs', label: '系统任务', key: 'i', action: 'job.read' },
      { to: '/status', label: '系统状态', key: 'u', action: 'status.read' },
      { to: '/audit', label: '审计记录', key: 't', action: 'audit.read' },
    ],
  },
];

function isGiven(needed: MenuPage['action'], actions: readonly string[]): boolean {
  if (needed === undefined) return true;
  return [needed].flat().some((action) => actions.includes(action));
}

/** The menu of a person: pages it may use, groups that have any. */
export function menuFor(actions: readonly string[], groups: MenuGroup[] = menu): MenuGroup[] {
  return groups
    .map((group) => ({
      ...group,
      pages: group.pages.filter(({ action }) => isGiven(action, actions)),
    }))
    .filter((group) => group.pages.length > 0);
}

/** Where a person begins: home, or the first page it may use where home isn't among them. */
export function firstPageOf(actions: readonly string[]): MenuPage | undefined {
  return menuFor(actions)[0]?.pages[0];
}

/** The page of the menu that an address belongs to: the longest path that leads to it. */
export function pageOf(path: string, groups: MenuGroup[] = menu): MenuPage | undefined {
  const pages = groups.flatMap((group) => group.pages);
  const leading = pages.filter(
    ({ to }) => path === to || path.startsWith(to === '/' ? '//' : `${to}/`),
  );
  return leading.sort((a, b) => b.to.length - a.to.length)[0];
}

/** The business that an address belongs to. */
export function groupOf(path: string, groups: MenuGroup[] = menu): MenuGroup | undefined {
  const page = pageOf(path, groups);
  return groups.find((group) => page !== undefined && group.pages.includes(page));
}

/** What pages take beyond the permission of the menu's page that they belong to. */
const INNER: { path: RegExp; action: Action }[] = [
  { path: /^\/employers\/new$/, action: 'employer.register' },
  { path: /^\/employers\/[^/]+\/change$/, action: 'employer.change' },
  { path: /^\/payers\/new$/, action: 'payer.register' },
  { path: /^\/rosters\/new$/, action: 'roster.upload' },
  { path: /^\/balances\/./, action: 'ledger_account.read' },
];

/** Whether an address opens for a person, as far as its permissions tell. */
export function mayOpen(href: string, actions: readonly string[]): boolean {
  const path = href.replace(/[?#].*$/, '');
  // Home leads on to the first page that is theirs.
  if (path === '/') return true;
  const inner = INNER.filter((one) => one.path.test(path)).map(({ action }) => action);
  const needed = [pageOf(path)?.action, ...inner];
  return needed.every((action) => isGiven(action, actions));
}
