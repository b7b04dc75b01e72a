import { App, ConfigProvider } from 'antd';
// Not `antd/locale/zh_CN`: that is the CommonJS copy, whose nested default exports the bundler
// leaves wrapped, and pickers stay English.
import zhCN from 'antd/es/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useLayoutEffect } from 'react';
import { useMode } from './mode';
import { antTheme, cssVariables } from './tokens';

dayjs.locale('zh-cn');

/** What every page stands in: language, colours, and Ant Design's messages. */
export function Desk({ children }: { children: ReactNode }) {
  const { mode } = useMode();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(mode))) style.setProperty(name, value);
    style.setProperty('color-scheme', mode);
  }, [mode]);
  return (
    <ConfigProvider locale={zhCN} theme={antTheme(mode)} button={{ autoInsertSpace: false }}>
      <App>{children}</App>
    </ConfigProvider>
  );
}
