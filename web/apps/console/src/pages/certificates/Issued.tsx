import type { CertificateIssued } from '@anju/api';
import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { pdfOf } from './queries';

type Props = { issued: CertificateIssued; close: () => void };

/**
 * A paper that was just issued: it opens beside the console to be printed. Where the browser lets
 * nothing open by itself, the button does.
 */
export function Issued({ issued, close }: Props) {
  const url = pdfOf(issued.certificate_id);
  useEffect(() => {
    window.open(url, '_blank', 'noopener');
  }, [url]);
  return (
    <Modal
      open
      title="已开具"
      onCancel={close}
      footer={
        <>
          <Button onClick={close}>关闭</Button>
          <Button
            type="primary"
            href={url}
            target="_blank"
            rel="noopener"
            onClick={close}
            autoFocus
          >
            打开打印件
          </Button>
        </>
      }
    >
      <p>
        核验码 <strong className="code">{issued.code}</strong>
      </p>
      <p className="hint">
        打印件在新的页签中打开。收到它的人凭核验码可核验真伪；以后可在“证明与回单”中再次打印或作废。
      </p>
    </Modal>
  );
}
