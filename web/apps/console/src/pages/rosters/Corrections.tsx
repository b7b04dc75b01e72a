import type { Roster } from '@anju/api';
import { Button } from 'antd';
import { findingsWorkbook } from './queries';

/** How a faulty roster is put right: which file to download, and which of them comes back. */
export function Corrections({ roster_id: id, can }: Roster) {
  if (!can.includes('export')) return null;
  return (
    <>
      <p>
        “全部行”按原文件的内容列出每一行，有误的单元格标红，最后一列是问题；改好后整份上传。“仅有误的行”供发给单位核对，只有一部分职工，不能当作清册上传。
      </p>
      <Button size="small" href={findingsWorkbook(id, 'all')}>
        下载全部行（改好后上传）
      </Button>{' '}
      <Button size="small" href={findingsWorkbook(id, 'faulty')}>
        下载仅有误的行
      </Button>
    </>
  );
}
