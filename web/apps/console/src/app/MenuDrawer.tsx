import { MenuOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';

type Props = { title: ReactNode; foot: ReactNode; children: ReactNode };

/** The menu of a narrow screen: a button in the header opens it, going anywhere closes it. */
export function MenuDrawer({ title, foot, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const router = useRouter();
  // Whichever way one goes, by a link of it or by a key, and also to where one is already.
  useEffect(() => router.subscribe('onBeforeNavigate', () => setOpen(false)), [router]);
  // The drawer's own way back ends at nothing when it is closed before it has slid in.
  useEffect(() => {
    if (isOpen) return () => button.current?.focus();
    return undefined;
  }, [isOpen]);
  return (
    <>
      <Button
        ref={button}
        type="text"
        aria-label="打开菜单"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        icon={<MenuOutlined />}
        onClick={() => setOpen(true)}
      />
      <Drawer
        open={isOpen}
        placement="left"
        size={256}
        title={title}
        footer={foot}
        className="shell-drawer"
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        {children}
      </Drawer>
    </>
  );
}
