import { Problem } from '@anju/api';
import { parseSearch, type Search, stringifySearch } from '@anju/ui';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { firstPageOf, mayOpen } from './menu';
import { nextAfterSignIn } from './next';
import { apart } from './personal';
import { queryClient } from './query';
import { Loading, NotFound, RouteError } from './RouteError';
import { Shell } from './Shell';
import { sessionQuery } from './session';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name in breadcrumbs and in the window's title. */
    title?: string;
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()();

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { title: '登录' },
  validateSearch: (search): { next?: string } => nextAfterSignIn(search.next),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session !== null) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../pages/sign-in/SignIn'), 'SignIn'),
});

/** What is left to do after the password: nothing else opens before it is done. */
const enter = createRoute({
  getParentRoute: () => root,
  path: '/enter',
  staticData: { title: '完成登录' },
  validateSearch: (search): { next?: string } => nextAfterSignIn(search.next),
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null) throw redirect({ to: '/sign-in' });
    if (!session.gate) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('../pages/own/Enter'), 'Enter'),
});

/** Everything that needs a session, inside the shell. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (session === null)
      throw redirect({ to: '/sign-in', search: nextAfterSignIn(location.href) });
    if (session.gate) throw redirect({ to: '/enter', search: nextAfterSignIn(location.href) });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => desk,
  path: '/',
  staticData: { title: '首页' },
  beforeLoad: ({ context }) => {
    const session = context.queryClient.getQueryData(sessionQuery.queryKey);
    const first = firstPageOf(session?.actions ?? []);
    if (first !== undefined && first.to !== '/') throw redirect({ to: first.to });
  },
  component: lazyRouteComponent(() => import('../pages/home/Start'), 'Start'),
});

/** A page's filters and tabs as plain text; the lists make of them what they know. */
function asText(search: Record<string, unknown>): Search {
  const texts = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

const approvals = createRoute({
  getParentRoute: () => desk,
  path: '/approvals',
  staticData: { title: '审批' },
});
const approvalList = createRoute({
  getParentRoute: () => approvals,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/approvals/ApprovalList'), 'ApprovalList'),
});
const approvalDetail = createRoute({
  getParentRoute: () => approvals,
  path: '$approvalId',
  staticData: { title: '审批详情' },
  component: lazyRouteComponent(
    () => import('../pages/approvals/ApprovalDetail'),
    'ApprovalDetail',
  ),
});

const delegations = createRoute({
  getParentRoute: () => desk,
  path: '/delegations',
  staticData: { title: '代办人' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/delegations/DelegationList'),
    'DelegationList',
  ),
});

const employers = createRoute({
  getParentRoute: () => desk,
  path: '/employers',
  staticData: { title: '缴存单位' },
});
const employersList = createRoute({
  getParentRoute: () => employers,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/employers/EmployerList'), 'EmployerList'),
});

/** A form opens for those alone who may send it: nobody fills one in to be refused at its end. */
function onlyWhereOpen({ location }: { location: { pathname: string } }): void {
  const session = queryClient.getQueryData(sessionQuery.queryKey);
  if (mayOpen(location.pathname, session?.actions ?? [])) return;
  throw new Problem(403, { code: 'action_forbidden', detail: '您的岗位不能办理这项业务。' });
}

const registerEmployer = createRoute({
  getParentRoute: () => employers,
  path: 'new',
  staticData: { title: '单位登记' },
  validateSearch: asText,
  beforeLoad: onlyWhereOpen,
  component: lazyRouteComponent(
    () => import('../pages/employers/RegisterEmployer'),
    'RegisterEmployer',
  ),
});

const employerDetail = createRoute({
  getParentRoute: () => employers,
  path: '$employerId',
  staticData: { title: '单位详情' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/employers/EmployerDetail'),
    'EmployerDetail',
  ),
});

const changeEmployer = createRoute({
  getParentRoute: () => employers,
  path: '$employerId/change',
  staticData: { title: '单位信息变更' },
  beforeLoad: onlyWhereOpen,
  component: lazyRouteComponent(
    () => import('../pages/employers/ChangeEmployer'),
    'ChangeEmployer',
  ),
});

const accounts = createRoute({
  getParentRoute: () => desk,
  path: '/accounts',
  staticData: { title: '个人账户' },
});
const accountsList = createRoute({
  getParentRoute: () => accounts,
  path: '/',
  validateSearch: asText,
  beforeLoad: ({ search }) => {
    // A link that names a person is followed, and its address forgotten.
    const { search: rest, state } = apart('/accounts', search);
    if (state.found) throw redirect({ to: '/accounts', search: rest, state, replace: true });
  },
  component: lazyRouteComponent(() => import('../pages/accounts/AccountList'), 'AccountList'),
});

const accountDetail = createRoute({
  getParentRoute: () => accounts,
  path: '$accountNo',
  staticData: { title: '账户详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/accounts/AccountDetail'), 'AccountDetail'),
});

const rosters = createRoute({
  getParentRoute: () => desk,
  path: '/rosters',
  staticData: { title: '清册' },
});
const rostersList = createRoute({
  getParentRoute: () => rosters,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/rosters/RosterList'), 'RosterList'),
});

const uploadRoster = createRoute({
  getParentRoute: () => rosters,
  path: 'new',
  staticData: { title: '上传清册' },
  validateSearch: asText,
  beforeLoad: onlyWhereOpen,
  component: lazyRouteComponent(() => import('../pages/rosters/UploadRoster'), 'UploadRoster'),
});

const rosterPreview = createRoute({
  getParentRoute: () => rosters,
  path: '$rosterId',
  staticData: { title: '清册预览' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/rosters/RosterPreview'), 'RosterPreview'),
});

const remittances = createRoute({
  getParentRoute: () => desk,
  path: '/remittances',
  staticData: { title: '汇缴' },
});
const remittancesList = createRoute({
  getParentRoute: () => remittances,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/remittances/RemittanceList'),
    'RemittanceList',
  ),
});

const remittanceDetail = createRoute({
  getParentRoute: () => remittances,
  path: '$remittanceId',
  staticData: { title: '汇缴详情' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/remittances/RemittanceDetail'),
    'RemittanceDetail',
  ),
});

const arrears = createRoute({
  getParentRoute: () => desk,
  path: '/arrears',
  staticData: { title: '欠缴' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/arrears/ArrearsList'), 'ArrearsList'),
});

const payers = createRoute({
  getParentRoute: () => desk,
  path: '/payers',
  staticData: { title: '代付单位' },
});
const payersList = createRoute({
  getParentRoute: () => payers,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/payers/PayerList'), 'PayerList'),
});

const registerPayer = createRoute({
  getParentRoute: () => payers,
  path: 'new',
  staticData: { title: '登记代付单位' },
  beforeLoad: onlyWhereOpen,
  component: lazyRouteComponent(() => import('../pages/payers/RegisterPayer'), 'RegisterPayer'),
});

const payerDetail = createRoute({
  getParentRoute: () => payers,
  path: '$payerId',
  staticData: { title: '代付单位详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/payers/PayerDetail'), 'PayerDetail'),
});

const certificates = createRoute({
  getParentRoute: () => desk,
  path: '/certificates',
  staticData: { title: '证明与回单' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/certificates/CertificateList'),
    'CertificateList',
  ),
});

const arrivals = createRoute({
  getParentRoute: () => desk,
  path: '/arrivals',
  staticData: { title: '到账' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/arrivals/ArrivalList'), 'ArrivalList'),
});

const suspense = createRoute({
  getParentRoute: () => desk,
  path: '/suspense',
  staticData: { title: '暂收' },
});
const suspenseList = createRoute({
  getParentRoute: () => suspense,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/suspense/SuspenseList'), 'SuspenseList'),
});

const suspenseDetail = createRoute({
  getParentRoute: () => suspense,
  path: '$suspenseId',
  staticData: { title: '暂收处理' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/suspense/SuspenseDetail'), 'SuspenseDetail'),
});

const recoveries = createRoute({
  getParentRoute: () => desk,
  path: '/recoveries',
  staticData: { title: '追款' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/recoveries/RecoveryList'), 'RecoveryList'),
});

const transferCases = createRoute({
  getParentRoute: () => desk,
  path: '/transfer-cases',
  staticData: { title: '转移催办' },
});
const transferCaseList = createRoute({
  getParentRoute: () => transferCases,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/transfers/TransferCaseList'),
    'TransferCaseList',
  ),
});
const transferCaseDetail = createRoute({
  getParentRoute: () => transferCases,
  path: '$caseId',
  staticData: { title: '转移催办详情' },
  component: lazyRouteComponent(
    () => import('../pages/transfers/TransferCaseDetail'),
    'TransferCaseDetail',
  ),
});

const vouchers = createRoute({
  getParentRoute: () => desk,
  path: '/vouchers',
  staticData: { title: '凭证' },
});
const vouchersList = createRoute({
  getParentRoute: () => vouchers,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/vouchers/VoucherList'), 'VoucherList'),
});

const voucherDetail = createRoute({
  getParentRoute: () => vouchers,
  path: '$voucherId',
  staticData: { title: '记账凭证' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/vouchers/VoucherDetail'), 'VoucherDetail'),
});

const balances = createRoute({
  getParentRoute: () => desk,
  path: '/balances',
  staticData: { title: '科目余额表' },
});
const trialBalance = createRoute({
  getParentRoute: () => balances,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/books/TrialBalance'), 'TrialBalance'),
});
const ledgerAccount = createRoute({
  getParentRoute: () => balances,
  path: '$code',
  staticData: { title: '明细账' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/books/LedgerAccount'), 'LedgerAccount'),
});

const periods = createRoute({
  getParentRoute: () => desk,
  path: '/periods',
  staticData: { title: '会计期间' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/books/PeriodList'), 'PeriodList'),
});

const businessDays = createRoute({
  getParentRoute: () => desk,
  path: '/business-days',
  staticData: { title: '营业日' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/business-days/BusinessDays'),
    'BusinessDays',
  ),
});

const policy = createRoute({
  getParentRoute: () => desk,
  path: '/policy',
  staticData: { title: '政策参数' },
});
const policyList = createRoute({
  getParentRoute: () => policy,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/policy/PolicyList'), 'PolicyList'),
});
const policyDetail = createRoute({
  getParentRoute: () => policy,
  path: '$key',
  staticData: { title: '参数详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/policy/PolicyDetail'), 'PolicyDetail'),
});

const meetings = createRoute({
  getParentRoute: () => desk,
  path: '/meetings',
  staticData: { title: '管委会会议' },
});
const meetingList = createRoute({
  getParentRoute: () => meetings,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/committee/MeetingList'), 'MeetingList'),
});
const meetingDetail = createRoute({
  getParentRoute: () => meetings,
  path: '$meetingId',
  staticData: { title: '会议详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/committee/MeetingDetail'), 'MeetingDetail'),
});

const resolutions = createRoute({
  getParentRoute: () => desk,
  path: '/resolutions',
  staticData: { title: '管委会决议' },
});
const resolutionList = createRoute({
  getParentRoute: () => resolutions,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/committee/ResolutionList'),
    'ResolutionList',
  ),
});
const resolutionDetail = createRoute({
  getParentRoute: () => resolutions,
  path: '$resolutionId',
  staticData: { title: '决议详情' },
  validateSearch: asText,
  component: lazyRouteComponent(
    () => import('../pages/committee/ResolutionDetail'),
    'ResolutionDetail',
  ),
});

const approvalFlows = createRoute({
  getParentRoute: () => desk,
  path: '/approval-flows',
  staticData: { title: '审批流程' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/approval-flows/FlowList'), 'FlowList'),
});

const staff = createRoute({
  getParentRoute: () => desk,
  path: '/staff',
  staticData: { title: '工作人员' },
});
const staffList = createRoute({
  getParentRoute: () => staff,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/staff/StaffList'), 'StaffList'),
});
const staffDetail = createRoute({
  getParentRoute: () => staff,
  path: '$staffId',
  staticData: { title: '人员详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/staff/StaffDetail'), 'StaffDetail'),
});

const jobs = createRoute({
  getParentRoute: () => desk,
  path: '/jobs',
  staticData: { title: '系统任务' },
});
const jobsList = createRoute({
  getParentRoute: () => jobs,
  path: '/',
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/jobs/JobList'), 'JobList'),
});
const jobDetail = createRoute({
  getParentRoute: () => jobs,
  path: '$jobId',
  staticData: { title: '任务详情' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/jobs/JobDetail'), 'JobDetail'),
});

const status = createRoute({
  getParentRoute: () => desk,
  path: '/status',
  staticData: { title: '系统状态' },
  component: lazyRouteComponent(() => import('../pages/status/SystemStatus'), 'SystemStatus'),
});

const roles = createRoute({
  getParentRoute: () => desk,
  path: '/roles',
  staticData: { title: '角色' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/roles/RoleMatrix'), 'RoleMatrix'),
});

const audit = createRoute({
  getParentRoute: () => desk,
  path: '/audit',
  staticData: { title: '审计记录' },
  validateSearch: asText,
  component: lazyRouteComponent(() => import('../pages/audit/AuditList'), 'AuditList'),
});

const ownAccount = createRoute({
  getParentRoute: () => desk,
  path: '/own-account',
  staticData: { title: '我的账户' },
  component: lazyRouteComponent(() => import('../pages/own/OwnAccount'), 'OwnAccount'),
});

/** Any other address: it leads nowhere, and the menu stays at hand. */
const nowhere = createRoute({
  getParentRoute: () => desk,
  path: '$',
  staticData: { title: '没有这个页面' },
  component: NotFound,
});

const pages = [
  approvals.addChildren([approvalList, approvalDetail]),
  delegations,
  employers.addChildren([employersList, registerEmployer, employerDetail, changeEmployer]),
  accounts.addChildren([accountsList, accountDetail]),
  rosters.addChildren([rostersList, uploadRoster, rosterPreview]),
  remittances.addChildren([remittancesList, remittanceDetail]),
  arrears,
  certificates,
  payers.addChildren([payersList, registerPayer, payerDetail]),
  arrivals,
  suspense.addChildren([suspenseList, suspenseDetail]),
  recoveries,
  transferCases.addChildren([transferCaseList, transferCaseDetail]),
  vouchers.addChildren([vouchersList, voucherDetail]),
  balances.addChildren([trialBalance, ledgerAccount]),
  periods,
  businessDays,
  policy.addChildren([policyList, policyDetail]),
  meetings.addChildren([meetingList, meetingDetail]),
  resolutions.addChildren([resolutionList, resolutionDetail]),
  approvalFlows,
  staff.addChildren([staffList, staffDetail]),
  roles,
  jobs.addChildren([jobsList, jobDetail]),
  status,
  audit,
  ownAccount,
  nowhere,
] as const;

/** Every page of the console; each is loaded when a person goes there. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, enter, desk.addChildren([home, ...pages])]),
  context: { queryClient },
  // Plain text in the address: an account number isn't a number to compute with.
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: Loading,
});
