import { Way } from '../../app/links';
import { useUrlSearch } from '../../app/list';
import { Page } from '../../app/Page';
import { AccountTable } from './AccountTable';

/** 个人账户 of the whole centre, found by number, ID number or full name. */
export function AccountList() {
  const [search, onSearch] = useUrlSearch();
  return (
    <Page title="个人账户">
      <AccountTable
        name="accounts"
        search={search}
        onSearch={onSearch}
        empty={
          <>
            还没有个人账户。账户随<Way to="/employers">缴存单位</Way>的清册开立。
          </>
        }
      />
    </Page>
  );
}
