import type { Saved } from '@anju/api';
import { FileExcelOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { problemIn } from '../ProblemAlert';

interface ExportButtonProps {
  /** The keys of the columns to take. */
  columns: readonly string[];
  exportTo: (columns: readonly string[]) => Promise<Saved>;
  /** As a line of buttons beneath a list has them, or as one of a page's own. */
  look?: 'text';
}

/** How long the signature is offered, in seconds: who wants it is waiting for it. */
const OFFERED_S = 8;

type Message = ReturnType<typeof App.useApp>['message'];

/** Says what was saved, and offers the signature to those who hand the file on. */
function offerSignature(message: Message, { name, saveSignature }: Saved): void {
  if (!saveSignature) return;
  const content = (
    <>
      已导出 {name}
      <Button type="link" size="small" onClick={saveSignature}>
        保存签名文件
      </Button>
    </>
  );
  message.success(content, OFFERED_S);
}

/** Takes a list out as a workbook; a refusal says why not, and what to do. */
export function ExportButton({ columns, exportTo, look }: ExportButtonProps) {
  const [going, setGoing] = useState(false);
  const { message } = App.useApp();
  const take = () => {
    setGoing(true);
    exportTo(columns)
      .then((saved) => offerSignature(message, saved))
      .catch((refused: unknown) => message.error(problemIn(refused).message, 8))
      .finally(() => setGoing(false));
  };
  const size = look === 'text' ? ({ type: 'text', size: 'small' } as const) : {};
  return (
    <Button {...size} icon={<FileExcelOutlined />} loading={going} onClick={take}>
      导出 Excel
    </Button>
  );
}
