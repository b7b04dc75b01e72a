import { FileExcelOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { problemIn } from '../ProblemAlert';

interface ExportButtonProps {
  /** The keys of the columns to take. */
  columns: readonly string[];
  exportTo: (columns: readonly string[]) => Promise<void>;
  /** As a line of buttons beneath a list has them, or as one of a page's own. */
  look?: 'text';
}

/** Takes a list out as a workbook; a refusal says why not, and what to do. */
export function ExportButton({ columns, exportTo, look }: ExportButtonProps) {
  const [going, setGoing] = useState(false);
  const { message } = App.useApp();
  const take = () => {
    setGoing(true);
    exportTo(columns)
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
