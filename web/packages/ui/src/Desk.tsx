import { App, ConfigProvider } from 'antd';
// Not `antd/locale/zh_CN`: that is the CommonJS copy, whose nested default exports the bundler
// leaves wrapped, and pickers stay English.
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { antTheme } from './tokens';
import { useColours } from './useColours';

dayjs.locale('zh-cn');

/** What every page stands in: language, colours, and Ant Design's messages. */
export function Desk({ children }: { children: ReactNode }) {
  const mode = useColours();
  return (
    <ConfigProvider locale={zhCN} theme={antTheme(mode)} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
