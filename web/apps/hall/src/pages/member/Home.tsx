import { fen } from '@anju/api';
import { formatFen, formatRate, monthInWords } from '@anju/ui';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Member } from '../../api';
import { HOTLINE } from '../../app/centre';
import { Way } from '../../app/links';
import { Figure } from '../../parts/Amount';
import { Card, Fact, Facts, Page } from '../../parts/Page';
import { balanceInWords, monthlyInWords } from './explain';
import { memberQuery } from './queries';

/** What a member comes for: how much there is, what is paid in each month, up to when. */
export function Home() {
  const member = useSuspenseQuery(memberQuery).data;
  const { account, as_of } = member;
  return (
    <Page title="我的公积金" tag={<span className="status">{account.status_label}</span>}>
      <Card label="余额">
        <Figure label="账户余额" fen={account.balance_fen} isMain>
          <p>截至 {as_of}，您账户里的全部存款。</p>
          <p>{balanceInWords(account)}</p>
        </Figure>
        <Figure label="其中：上年结转" fen={account.carried_fen}>
          <p>
            每年 6 月 30
            日结息，结息时账户里的本金和利息一起转入下一年度；这是其中还没有动用的部分。
          </p>
        </Figure>
        <Figure label="其中：当年归集" fen={account.current_fen}>
          <p>上一次 6 月 30 日结息以后存入、还没有动用的部分。</p>
        </Figure>
      </Card>
      <Monthly member={member} />
      <Card title="账户">
        <Facts>
          <Fact label="姓名">{member.name}</Fact>
          <Fact label="证件号码">{member.id_number_masked}</Fact>
          <Fact label="个人账号">{account.account_no}</Fact>
          <Fact label="缴存单位">{member.employer_name}</Fact>
          <Fact label="缴至年月">
            {account.paid_through ? monthInWords(account.paid_through) : '还没有缴存'}
          </Fact>
          <Fact label="开户日期">{account.opened_on}</Fact>
          <Fact label="登记的手机号">{member.mobile_masked}</Fact>
        </Facts>
        <p className="hint">
          手机号不对？请本人带身份证到就近的管理部柜台变更。其他信息有误，请告诉单位经办人或拨打{' '}
          <a href={`tel:${HOTLINE}`}>{HOTLINE}</a>。
        </p>
      </Card>
      <p className="reach">
        <Way to="/member/certificates" className="button button--main">
          开具缴存证明
        </Way>
      </p>
    </Page>
  );
}

/** What is paid in each month, by whom, and how it is computed. */
function Monthly({ member: { account } }: { member: Member }) {
  const { base_fen, employer_rate, member_rate } = account;
  const { employer_monthly_fen: employer, member_monthly_fen: own } = account;
  const total = fen(employer + own);
  return (
    <Card title="每月缴存">
      <Figure label="月缴存额" fen={total}>
        <p>
          单位 {formatFen(employer)} + 个人 {formatFen(own)} = {formatFen(total)}{' '}
          元，全部归您个人所有。
        </p>
      </Figure>
      <Figure label={`单位缴 ${formatRate(employer_rate)}`} fen={employer}>
        <p>由单位为您缴存：{monthlyInWords(base_fen, employer_rate, employer)}。</p>
      </Figure>
      <Figure label={`个人缴 ${formatRate(member_rate)}`} fen={own}>
        <p>由单位从您的工资里代扣：{monthlyInWords(base_fen, member_rate, own)}。</p>
      </Figure>
      <Figure label="缴存基数" fen={base_fen}>
        <p>
          由单位按您上一年度的月平均工资申报，不高于也不低于当地公布的上下限，一般每年调整一次。对基数有疑问，请先问单位。
        </p>
      </Figure>
    </Card>
  );
}
