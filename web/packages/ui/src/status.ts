import type {
  AccountChangeKind,
  AccountStatus,
  AgentStatus,
  ApprovalStatus,
  ApprovalVerdict,
  ArrivalStatus,
  AuditOutcome,
  BusinessDayStatus,
  CertificateKind,
  CertificateStatus,
  DataScope,
  DelegationState,
  EmployerField,
  EmployerMonthStatus,
  EmployerStatus,
  EventKind,
  JobStatus,
  Matter,
  MemberMonthKind,
  MobileReason,
  MovementKind,
  PaidBy,
  PayerKind,
  PayerStatus,
  PeriodStatus,
  RecoveryKind,
  RecoveryStatus,
  RemittanceStatus,
  RosterChange,
  RosterStatus,
  SealReason,
  SeenDocument,
  StaffStatus,
  SuspenseStatus,
  TransferCaseStatus,
  VersionState,
  VoucherKind,
} from '@anju/api';
import type { StatusWords } from './StatusTag';

/** 缴存单位账户状态. */
export const employerStatus: StatusWords<EmployerStatus> = {
  normal: { label: '正常', tone: 'done' },
  opened: { label: '开户', tone: 'going' },
  deferred: { label: '缓缴', tone: 'due' },
  closed: { label: '销户', tone: 'quiet' },
  sealed: { label: '封存', tone: 'quiet' },
  other: { label: '其他', tone: 'quiet' },
};

/** What of an employer can be changed. */
export const employerField: StatusWords<EmployerField> = {
  name: { label: '单位名称', tone: 'quiet' },
  credit_code: { label: '统一社会信用代码', tone: 'quiet' },
  organisation_code: { label: '组织机构代码', tone: 'quiet' },
  address: { label: '单位地址', tone: 'quiet' },
  postcode: { label: '单位邮编', tone: 'quiet' },
  email: { label: '单位电子信箱', tone: 'quiet' },
  payday: { label: '单位发薪日', tone: 'quiet' },
  affiliation: { label: '单位隶属关系', tone: 'quiet' },
  economic_type: { label: '单位经济类型', tone: 'quiet' },
  industry: { label: '单位所属行业', tone: 'quiet' },
  bank_code: { label: '受托银行', tone: 'quiet' },
  legal_person_name: { label: '法定代表人姓名', tone: 'quiet' },
  legal_person_id_kind: { label: '法定代表人证件类型', tone: 'quiet' },
  legal_person_id_number: { label: '法定代表人证件号码', tone: 'quiet' },
  agent_name: { label: '经办人姓名', tone: 'quiet' },
  agent_id_kind: { label: '经办人证件类型', tone: 'quiet' },
  agent_id_number: { label: '经办人证件号码', tone: 'quiet' },
  agent_mobile: { label: '经办人手机号码', tone: 'quiet' },
  agent_phone: { label: '经办人固定电话', tone: 'quiet' },
};

/** 个人账户变更. */
export const accountChangeKind: StatusWords<AccountChangeKind> = {
  opened: { label: '开户', tone: 'going' },
  rebased: { label: '基数调整', tone: 'quiet' },
  taken_over: { label: '期初转入', tone: 'going' },
  sealed: { label: '封存', tone: 'quiet' },
  unsealed: { label: '启封', tone: 'going' },
  transferred: { label: '内部转移', tone: 'going' },
};

/** What happened with an employer or an account. */
export const eventKind: StatusWords<EventKind> = {
  registered: { label: '单位登记', tone: 'going' },
  changed: { label: '单位信息变更', tone: 'going' },
  payer_arranged: { label: '建立代付关系', tone: 'going' },
  payer_ended: { label: '终止代付关系', tone: 'quiet' },
  opened: { label: '开户', tone: 'going' },
  taken_over: { label: '期初转入', tone: 'going' },
  rebased: { label: '基数调整', tone: 'quiet' },
  sealed: { label: '封存', tone: 'quiet' },
  unsealed: { label: '启封', tone: 'going' },
  transferred: { label: '内部转移', tone: 'going' },
  assessed: { label: '核定汇缴', tone: 'going' },
  waiting: { label: '转入暂收', tone: 'due' },
  posted: { label: '汇缴入账', tone: 'done' },
  reversed: { label: '冲销汇缴', tone: 'due' },
  cancelled: { label: '取消核定', tone: 'quiet' },
  entered: { label: '入账', tone: 'done' },
  taken_back: { label: '冲销', tone: 'due' },
  transfer_asked: { label: '转移催办', tone: 'going' },
  transfer_wanted: { label: '发起转移催办', tone: 'going' },
  transfer_ended: { label: '转移催办办结', tone: 'quiet' },
  recovery: { label: '追款', tone: 'due' },
};

/** 封存原因. */
export const sealReason: StatusWords<SealReason> = {
  terminated: { label: '与单位终止劳动关系', tone: 'quiet' },
  moved: { label: '调往其他单位', tone: 'quiet' },
  retired: { label: '离休、退休', tone: 'quiet' },
  died: { label: '死亡或被宣告死亡', tone: 'quiet' },
  unpaid_leave: { label: '停薪留职', tone: 'quiet' },
  forced: { label: '凭证明强制封存', tone: 'due' },
  other: { label: '其他', tone: 'quiet' },
};

/** 手机号码变更原因. */
export const mobileReason: StatusWords<MobileReason> = {
  replaced: { label: '本人换号', tone: 'quiet' },
  recorded: { label: '补登手机号码', tone: 'quiet' },
  corrected: { label: '原登记有误', tone: 'due' },
  other: { label: '其他', tone: 'quiet' },
};

/** What a clerk saw before a mobile was changed. */
export const seenDocument: StatusWords<SeenDocument> = {
  resident_id: { label: '本人居民身份证原件', tone: 'quiet' },
  other_id: { label: '本人其他有效证件原件', tone: 'quiet' },
  proxy: { label: '委托书及双方证件原件', tone: 'quiet' },
};

/** 转移催办. */
export const transferCaseStatus: StatusWords<TransferCaseStatus> = {
  waiting: { label: '待原单位封存', tone: 'going' },
  sealed: { label: '原单位已封存', tone: 'done' },
  forced: { label: '已强制封存', tone: 'done' },
  declined: { label: '已驳回', tone: 'due' },
  withdrawn: { label: '已撤回', tone: 'quiet' },
};

/** 个人账户状态. */
export const accountStatus: StatusWords<AccountStatus> = {
  normal: { label: '正常', tone: 'done' },
  sealed: { label: '封存', tone: 'quiet' },
  merged: { label: '合并销户', tone: 'quiet' },
  transferred_out: { label: '外部转出销户', tone: 'quiet' },
  withdrawn: { label: '提取销户', tone: 'quiet' },
  frozen: { label: '冻结', tone: 'due' },
  other: { label: '其他', tone: 'quiet' },
};

/** Where an employer stands with one month. */
export const employerMonthStatus: StatusWords<EmployerMonthStatus> = {
  paid: { label: '已缴', tone: 'done' },
  assessed: { label: '待到账', tone: 'going' },
  owed: { label: '欠缴', tone: 'due' },
};

/** How a member's month was contributed. */
export const memberMonthKind: StatusWords<MemberMonthKind> = {
  remittance: { label: '汇缴', tone: 'done' },
  back_payment: { label: '补缴', tone: 'done' },
  prepayment: { label: '预缴', tone: 'going' },
  taken_over: { label: '期初转入', tone: 'done' },
  reversed: { label: '已冲销', tone: 'quiet' },
};

/** 清册. */
export const rosterStatus: StatusWords<RosterStatus> = {
  previewed: { label: '待确认', tone: 'going' },
  confirmed: { label: '已确认', tone: 'done' },
  discarded: { label: '已失效', tone: 'quiet' },
};

/** What a roster's line does to an account. */
export const rosterChange: StatusWords<RosterChange> = {
  open: { label: '新开户', tone: 'going' },
  continue: { label: '续缴', tone: 'quiet' },
  rebase: { label: '调整', tone: 'due' },
  unseal: { label: '启封', tone: 'going' },
  transfer: { label: '转入', tone: 'going' },
};

/** 汇缴. */
export const remittanceStatus: StatusWords<RemittanceStatus> = {
  assessed: { label: '待到账', tone: 'going' },
  posting: { label: '入账中', tone: 'going' },
  posted: { label: '已入账', tone: 'done' },
  reversed: { label: '已冲销', tone: 'quiet' },
  cancelled: { label: '已取消', tone: 'quiet' },
};

/** 代付单位 by why they pay. */
export const payerKind: StatusWords<PayerKind> = {
  fiscal: { label: '财政统发', tone: 'quiet' },
  dispatch: { label: '劳务派遣', tone: 'quiet' },
  other: { label: '其他代付', tone: 'quiet' },
};

/** 代付单位. */
export const agentStatus: StatusWords<AgentStatus> = {
  invited: { label: '待接受', tone: 'going' },
  active: { label: '有效', tone: 'done' },
  ended: { label: '已终止', tone: 'quiet' },
};

/** Whether a payer still pays. */
export const payerStatus: StatusWords<PayerStatus> = {
  paying: { label: '代付中', tone: 'done' },
  ended: { label: '已终止', tone: 'quiet' },
};

/** What a paper is. */
export const certificateKind: StatusWords<CertificateKind> = {
  contribution: { label: '缴存证明', tone: 'done' },
  remittance_receipt: { label: '汇缴收据', tone: 'done' },
  entry_receipt: { label: '入账回单', tone: 'done' },
};

/** Whether the centre stands by a paper. */
export const certificateStatus: StatusWords<CertificateStatus> = {
  standing: { label: '有效', tone: 'done' },
  void: { label: '已作废', tone: 'quiet' },
};

/** What the payer of a wire is to the employer that it paid for. */
export const paidBy: StatusWords<PaidBy> = {
  employer: { label: '单位自付', tone: 'quiet' },
  registered: { label: '代付', tone: 'going' },
  unregistered: { label: '未登记代付', tone: 'due' },
};

/** 到账. */
export const arrivalStatus: StatusWords<ArrivalStatus> = {
  received: { label: '已录入', tone: 'going' },
  posted: { label: '已入账', tone: 'done' },
  suspense: { label: '转暂收', tone: 'due' },
  settled: { label: '已清理', tone: 'quiet' },
};

/** 暂收. */
export const suspenseStatus: StatusWords<SuspenseStatus> = {
  waiting: { label: '待处理', tone: 'due' },
  settled: { label: '已处理', tone: 'done' },
};

/** 暂收变动: where money went that left suspense. */
export const movementKind: StatusWords<MovementKind> = {
  allocated: { label: '分摊', tone: 'done' },
  returned: { label: '退回', tone: 'quiet' },
  taken_back: { label: '银行冲正', tone: 'due' },
  recovered: { label: '抵追款', tone: 'done' },
};

/** What made a recovery necessary. */
export const recoveryKind: StatusWords<RecoveryKind> = {
  taken_back: { label: '银行冲正', tone: 'quiet' },
  shortfall: { label: '错缴', tone: 'quiet' },
};

/** 追款. */
export const recoveryStatus: StatusWords<RecoveryStatus> = {
  open: { label: '追款中', tone: 'due' },
  recovered: { label: '已追回', tone: 'done' },
};

/** 凭证 by where they come from. */
export const voucherKind: StatusWords<VoucherKind> = {
  automatic: { label: '自动', tone: 'quiet' },
  manual: { label: '手工', tone: 'going' },
  opening: { label: '期初', tone: 'going' },
  reversal: { label: '冲销', tone: 'due' },
};

/** 会计期间. */
export const periodStatus: StatusWords<PeriodStatus> = {
  open: { label: '未结账', tone: 'going' },
  closed: { label: '已结账', tone: 'done' },
};

/** 营业日. */
export const businessDayStatus: StatusWords<BusinessDayStatus> = {
  open: { label: '营业中', tone: 'going' },
  closed: { label: '已日终', tone: 'done' },
};

/** 政策参数的版本. */
export const versionState: StatusWords<VersionState> = {
  in_force: { label: '现行', tone: 'done' },
  upcoming: { label: '待生效', tone: 'going' },
  past: { label: '历史', tone: 'quiet' },
  withdrawn: { label: '已撤回', tone: 'due' },
};

/** 决议事项. */
export const matter: StatusWords<Matter> = {
  policy: { label: '政策调整', tone: 'quiet' },
  plan: { label: '归集使用计划', tone: 'quiet' },
  rate_reduction: { label: '降低缴存比例或缓缴', tone: 'quiet' },
  write_off: { label: '呆账核销', tone: 'quiet' },
  distribution: { label: '增值收益分配', tone: 'quiet' },
  report: { label: '报告与决算审议', tone: 'quiet' },
  other: { label: '其他事项', tone: 'quiet' },
};

/** How a resolution stands. */
export const resolutionStanding: StatusWords<'adopted' | 'rejected' | 'voided'> = {
  adopted: { label: '通过', tone: 'done' },
  rejected: { label: '未通过', tone: 'due' },
  voided: { label: '已作废', tone: 'quiet' },
};

/** 审批. */
export const approvalStatus: StatusWords<ApprovalStatus> = {
  pending: { label: '待审批', tone: 'going' },
  approved: { label: '已批准', tone: 'going' },
  done: { label: '已办结', tone: 'done' },
  refused: { label: '未能办理', tone: 'due' },
  returned: { label: '已退回', tone: 'due' },
  withdrawn: { label: '已撤回', tone: 'quiet' },
};

/** What was decided of a step of an approval. */
export const approvalVerdict: StatusWords<ApprovalVerdict> = {
  approved: { label: '同意', tone: 'done' },
  returned: { label: '退回', tone: 'due' },
};

/** 代办. */
export const delegationState: StatusWords<DelegationState> = {
  upcoming: { label: '未开始', tone: 'going' },
  in_force: { label: '代办中', tone: 'done' },
  over: { label: '已结束', tone: 'quiet' },
  ended: { label: '已终止', tone: 'quiet' },
};

/** 工作人员. */
export const staffStatus: StatusWords<StaffStatus> = {
  active: { label: '在职', tone: 'done' },
  left: { label: '离职', tone: 'quiet' },
};

/** 数据范围 of a role. */
export const dataScope: StatusWords<DataScope> = {
  own_branch: { label: '本管理部', tone: 'quiet' },
  centre: { label: '全中心', tone: 'quiet' },
};

/** How an audited act ended. */
export const auditOutcome: StatusWords<AuditOutcome> = {
  done: { label: '完成', tone: 'done' },
  denied: { label: '越权拒绝', tone: 'due' },
  failed: { label: '失败', tone: 'due' },
};

/** The statuses of a kind as choices of a filter. */
export function statusOptions<Status extends string>(
  words: StatusWords<Status>,
): { value: string; label: string }[] {
  return Object.entries<{ label: string }>(words).map(([value, { label }]) => ({ value, label }));
}

/** 系统任务状态. */
export const jobStatus: StatusWords<JobStatus> = {
  waiting: { label: '等待', tone: 'quiet' },
  running: { label: '运行中', tone: 'going' },
  done: { label: '已完成', tone: 'done' },
  dead: { label: '已停止', tone: 'due' },
  cancelled: { label: '已取消', tone: 'quiet' },
};
