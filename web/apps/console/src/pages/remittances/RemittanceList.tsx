import { DataList, type Filter, remittanceStatus, statusOptions } from '@anju/ui';
import { useMay } from '../../app/actions';
import { ButtonLink, Way } from '../../app/links';
import { useList, useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { remittanceColumns, remittanceList } from './list';

const filters: Filter[] = [
  { kind: 'month', name: 'month', label: '汇缴年月' },
  { kind: 'fixed', name: 'serial', label: '限一笔' },
  { kind: 'choice', name: 'status', label: '状态', options: statusOptions(remittanceStatus) },
  { kind: 'text', name: 'payment_code', label: '缴款码', width: 124 },
  { kind: 'fixed', name: 'employer_id', label: '限一个单位' },
];

/** 汇缴: assessed amounts, and whether their money has come. */
export function RemittanceList() {
  const [search, onSearch] = useUrlSearch();
  const page = useList(remittanceList, search);
  const upload = useMay('roster.upload') && (
    <ButtonLink look="primary" to="/rosters/new">
      上传清册
    </ButtonLink>
  );
  return (
    <Page title="汇缴" actions={upload}>
      <DataList
        name="remittances"
        label="汇缴"
        columns={remittanceColumns}
        rowKey={({ remittance_id }) => remittance_id}
        filters={filters}
        search={search}
        onSearch={onSearch}
        page={page}
        empty={
          <>
            还没有汇缴。确认一份<Way to="/rosters">清册</Way>后，核定的汇缴会出现在这里。
          </>
        }
      />
    </Page>
  );
}
